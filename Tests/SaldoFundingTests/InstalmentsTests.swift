import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct InstalmentsTests {
  private static let splits: [(Int64, [Int], [Int64])] = [
    (800_000, [50, 50], [400_000, 400_000]),
    (800_001, [50, 50], [400_000, 400_001]),  // the odd cent goes to the last
    (100, [70, 30], [70, 30]),
    (99, [70, 30], [69, 30]),  // 69.3 and 29.7
    (101, [33, 33, 34], [33, 33, 35]),  // 33.33, 33.33 and the remainder
    (1, [40, 30, 30], [0, 0, 1]),
    (0, [50, 50], [0, 0]),
    (12_345, [100], [12_345]),
  ]

  @Test(arguments: splits)
  func `all but the last are rounded down, and the last takes the remainder`(
    amount: Int64, shares: [Int], parts: [Int64]
  ) {
    #expect(Instalments.split(Euros(cents: amount), by: shares).map(\.cents) == parts)
  }

  @Test func `ten thousand random splits add up to the amount, and no part but the last is off by a cent`() {
    var random = SeededGenerator(seed: 4)
    var counterexamples: [String] = []
    for _ in 0..<10_000 {
      let amount = Int64.random(in: 0...9_999_999_999, using: &random)
      var shares: [Int] = []
      var left = 100
      while left > 0 {
        shares.append(Int.random(in: 1...left, using: &random))
        left -= shares[shares.count - 1]
      }
      let parts = Instalments.split(Euros(cents: amount), by: shares).map(\.cents)
      let isExact = parts.reduce(0, +) == amount
      let isRoundedDown = zip(parts, shares).dropLast().allSatisfy { part, share in
        part * 100 <= amount * Int64(share) && (part + 1) * 100 > amount * Int64(share)
      }
      if !isExact || !isRoundedDown || parts.contains(where: { $0 < 0 }) {
        counterexamples.append("\(amount) by \(shares): \(parts)")
      }
    }
    #expect(counterexamples == [])
  }
}
