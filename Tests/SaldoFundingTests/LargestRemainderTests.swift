import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct LargestRemainderTests {
  static let cases: [(Int64, [Int64], [Int64])] = [
    // 100 over 3 equal parts: 33 each, and the cent that is left to the first.
    (100, [1, 1, 1], [34, 33, 33]),
    // 10 × 1/4 = 2.5, 10 × 3/4 = 7.5: equal fractions, the earlier gets the cent.
    (10, [1, 3], [3, 7]),
    // 10 × 2/7 = 2.86, 10 × 5/7 = 7.14.
    (10, [2, 5], [3, 7]),
    (7, [0, 1], [0, 7]),
    (0, [3, 4], [0, 0]),
    (-100, [1, 1, 1], [-34, -33, -33]),
    // 64 bits are not enough for amount × weight.
    (999_999_999_999, [999_999_999_999, 999_999_999_999], [500_000_000_000, 499_999_999_999]),
  ]

  @Test(arguments: cases)
  func `an amount is split to the cent`(amount: Int64, weights: [Int64], parts: [Int64]) {
    #expect(LargestRemainder.split(Euros(cents: amount), by: weights).map(\.cents) == parts)
  }

  @Test func `parts sum to the amount and lie within a cent of their share, seed 1`() {
    var random = SeededGenerator(seed: 1)
    var wrong = 0
    for _ in 0..<10_000 {
      let amount = Int64.random(in: -999_999_999_999...999_999_999_999, using: &random)
      var weights = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        Int64.random(in: 0...1_000_000, using: &random)
      }
      weights[0] += 1
      let whole = Int128(weights.reduce(0, +))
      let parts = LargestRemainder.split(Euros(cents: amount), by: weights).map(\.cents)
      let isClose = zip(parts, weights).allSatisfy { part, weight in
        abs(Int128(part) * whole - Int128(amount) * Int128(weight)) < whole
      }
      if parts.reduce(0, +) != amount || parts.count != weights.count || !isClose { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test func `a series is split exactly, amount by amount and up to each of them`() {
    let amounts = [250, 250, 250, 251].map { Euros(cents: $0) }
    #expect(
      LargestRemainder.split(series: amounts, by: [1, 2]).map { $0.map(\.cents) }
        == [[83, 167], [84, 166], [83, 167], [84, 167]])
    #expect(LargestRemainder.split(series: [], by: [1]).isEmpty)
    #expect(LargestRemainder.split(series: [Euros(cents: 7)], by: [0, 5]).map { $0.map(\.cents) } == [[0, 7]])
  }
}
