import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct AvailabilityTests {
  static func amount(from: String, until: String?, month: String) throws -> Int64 {
    let validity = OpenPeriod(
      begin: try #require(CalendarDate(iso: from)), end: try until.map { try #require(CalendarDate(iso: $0)) })
    let capacity = Capacity(
      agreement: "bed", provider: try #require(ProviderCode("00000101")),
      municipality: try #require(MunicipalityCode("0363")), domain: .jw, places: 4, pricePerDay: Euros(cents: 25_050),
      validity: validity)
    return Availability.amount(of: capacity, in: try #require(CalendarMonth(iso: month))).cents
  }

  @Test(
    arguments: [
      // 4 places × € 250.50 = € 1,002.00 a day.
      ("2026-01-01", nil, "2026-01", 31), ("2026-01-01", nil, "2026-02", 28), ("2024-01-01", nil, "2024-02", 29),
      ("2026-03-31", nil, "2026-03", 1), ("2026-04-01", nil, "2026-03", 0),
      ("2026-01-01", "2026-03-01", "2026-03", 1), ("2026-01-01", "2026-02-28", "2026-03", 0),
      ("2026-03-10", "2026-03-12", "2026-03", 3),
    ] as [(String, String?, String, Int64)])
  func `GC-7: places are paid for every day on which they are agreed`(
    from: String, until: String?, month: String, days: Int64
  ) throws {
    #expect(try Self.amount(from: from, until: until, month: month) == 100_200 * days)
  }
}
