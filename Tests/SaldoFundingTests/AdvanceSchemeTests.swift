import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct AdvanceSchemeTests {
  static func advance(_ yearly: Int64, _ height: Advance.Height) throws -> Advance {
    Advance(
      agreement: "pxq", provider: try #require(ProviderCode("00000101")),
      municipality: try #require(MunicipalityCode("0363")), domain: .jw, year: 2026, yearlyAmount: Euros(cents: yearly),
      height: height, settled: .quarterly)
  }

  @Test func `ZB-6: 80 per cent of € 1,000.01 in twelve months`() throws {
    // 80 % is 80,000.8 cents: rounded 80,001; a month is 6,666.73, rounded down; 80,001 − 11 × 6,666 = 6,675.
    let months = AdvanceScheme.months(of: try Self.advance(100_001, .percent(80))).map(\.cents)
    #expect(months == Array(repeating: 6_666, count: 11) + [6_675])
  }

  @Test func `a monthly amount is the same every month`() throws {
    let months = AdvanceScheme.months(of: try Self.advance(0, .monthly(Euros(cents: 501))))
    #expect(months.map(\.cents) == Array(repeating: 501, count: 12))
  }

  @Test(
    arguments: [
      // entitlement, advances, final: payable, carried
      (100, 80, false, 20, 0), (80, 100, false, 0, 20), (80, 100, true, -20, 0), (100, 80, true, 20, 0),
      (80, 80, false, 0, 0), (-5, 10, false, 0, 15), (-5, 0, true, -5, 0), (0, 0, true, 0, 0),
    ] as [(Int64, Int64, Bool, Int64, Int64)])
  func `ZB-6: what was paid in advance is set against the entitlement`(
    entitlement: Int64, advances: Int64, isFinal: Bool, payable: Int64, carried: Int64
  ) {
    let balance = AdvanceScheme.Balance(
      entitlement: Euros(cents: entitlement), advances: Euros(cents: advances))
    #expect(balance.payable(isFinal: isFinal).cents == payable)
    #expect(balance.carried(isFinal: isFinal).cents == carried)
  }

  @Test func `over a year advances and settlements are the entitlement, seed 3`() throws {
    var random = SeededGenerator(seed: 3)
    var wrong = 0
    for _ in 0..<10_000 {
      let advance = try Self.advance(
        Int64.random(in: 0...99_999_999_999, using: &random), .percent(Int.random(in: 0...100, using: &random)))
      let months = AdvanceScheme.months(of: advance)
      let interval = [1, 3, 12].randomElement(using: &random)!
      var (entitled, settled, carried, pending) = (Euros.zero, Euros.zero, Euros.zero, Euros.zero)
      for month in 1...12 {
        let care = Euros(cents: Int64.random(in: -1_000_000...19_999_999_999, using: &random))
        entitled += care
        pending += care
        carried += months[month - 1]
        guard month % interval == 0 else { continue }
        let balance = AdvanceScheme.Balance(entitlement: pending, advances: carried)
        settled += balance.payable(isFinal: month == 12)
        carried = balance.carried(isFinal: month == 12)
        pending = .zero
      }
      if months.reduce(.zero, +) + settled != entitled || carried != .zero { wrong += 1 }
    }
    #expect(wrong == 0)
  }
}
