import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct LumpSumCalendarTests {
  @Test func `UTR-1: 12 months of € 1,000,000.00 are 83,333.33 and a last one of 83,333.37`() {
    let parts = LumpSumCalendar.parts(of: Euros(cents: 100_000_000), shares: Array(repeating: 1, count: 12))
    // 100,000,000 / 12 = 8,333,333.33…; 11 × 8,333,333 = 91,666,663.
    #expect(parts.map(\.cents) == Array(repeating: 8_333_333, count: 11) + [8_333_337])
  }

  @Test func `shares of 70 and 30 per cent: the last takes the remainder`() {
    // 70 % of 101 is 70.7.
    #expect(LumpSumCalendar.parts(of: Euros(cents: 101), shares: [70, 30]).map(\.cents) == [70, 31])
  }

  @Test func `months and quarters begin on the first`() {
    #expect(LumpSumCalendar.days(of: .monthly, in: 2026).map(\.iso).suffix(2) == ["2026-11-01", "2026-12-01"])
    #expect(
      LumpSumCalendar.days(of: .quarterly, in: 2026).map(\.iso)
        == ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"])
    let days = ["2026-09-15", "2026-02-01"].compactMap { CalendarDate(iso: $0) }
    #expect(LumpSumCalendar.days(of: .days(days), in: 2026).map(\.iso) == ["2026-02-01", "2026-09-15"])
  }

  @Test func `instalments sum to the amount, only the last above its share, seed 2`() {
    var random = SeededGenerator(seed: 2)
    var wrong = 0
    for _ in 0..<10_000 {
      let amount = Int64.random(in: 0...999_999_999_999, using: &random)
      let shares = (0..<Int.random(in: 1...24, using: &random)).map { _ in
        Int64.random(in: 1...1_000_000, using: &random)
      }
      let whole = Int128(shares.reduce(0, +))
      let parts = LumpSumCalendar.parts(of: Euros(cents: amount), shares: shares).map(\.cents)
      let areFloors = zip(parts, shares).dropLast().allSatisfy { part, share in
        let rest = Int128(amount) * Int128(share) - Int128(part) * whole
        return rest >= 0 && rest < whole
      }
      if parts.reduce(0, +) != amount || !areFloors { wrong += 1 }
    }
    #expect(wrong == 0)
  }
}
