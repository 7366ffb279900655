import SaldoDomain
import SaldoSettlement
import SaldoTestSupport
import Testing

/// Steenwijkerland, Gemeente B and Gemeente D: fixed prices, pilots and run-off care, as REGIMES lists their behaviour.
struct FixedPriceRegimeTests {
  private let year = OpenPeriod("2026-01-01", "2026-12-31")

  @Test func `SW-1 a profile has a fixed price, whatever the hours`() {
    var books = CareBooks(
      [Agreement(key: "profile", name: "Profielen", model: .fixedPrice)],
      [.sample(unit: .euro, price: 150_000, basis: .month, validity: year, agreement: "profile")],
      allocation: OpenPeriod("2026-01-01", "2026-12-31"), cents: nil)
    #expect(books.declare(150_000, month: 1).booked == 150_000)
    #expect(books.declare(150_001, month: 2).codes == ["9321"])
    // Hours on the profile are not paid beside it: they are not contracted.
    let hours = CareBooks.Line(cents: 4000, month: 2, unit: .hour, volume: 10, tariff: 400)
    #expect(books.declare([hours]).booked == 0)
  }

  /// Hours at € 4.00 for everybody, and € 1,000.00 a month for the clients of the pilot.
  private func pilot(from: CalendarDate = "2026-01-01", until: CalendarDate? = nil) -> CareBooks {
    var books = CareBooks(
      [
        Agreement(key: "pxq", name: "Uurtarieven", model: .unitPrice),
        Agreement(key: "pilot", name: "Proef", model: .fixedPrice),
      ],
      [
        .sample(validity: year),
        .sample(unit: .euro, price: 100_000, basis: .month, validity: year, agreement: "pilot", clientGroup: "proef"),
      ],
      allocation: OpenPeriod("2026-02-01", "2026-12-31"), cents: nil)
    books.region.clientGroups = [
      ClientGroupMember(
        group: "proef", municipality: Sample.municipality, bsn: Sample.bsn, validity: OpenPeriod(from, until))
    ]
    books.allocate(1002, OpenPeriod("2026-02-01", "2026-12-31"), nil, to: Sample.otherBsn)
    return books
  }

  private let batch = [
    CareBooks.Line(cents: 100_000, month: 2),
    CareBooks.Line(
      allocation: 1002, cents: 4000, month: 2, unit: .hour, volume: 10, tariff: 400, client: Sample.otherBsn),
  ]

  @Test func `GB-5 one batch settles the pilot's clients under the pilot and the others under volume times price`() {
    var books = pilot()
    let result = books.declare(batch)
    #expect(result.codes == [] && result.agreements == ["pilot", "pxq"] && result.booked == 104_000)
  }

  @Test func `GB-5 a client outside the pilot has no pilot price`() {
    var books = pilot()
    let line = CareBooks.Line(allocation: 1002, cents: 100_000, month: 2, client: Sample.otherBsn)
    #expect(books.declare([line]).codes == ["9341"])
  }

  @Test func `GB-5 the first day of the allocation decides who is in the pilot`() {
    var ended = pilot(until: "2026-02-01")
    #expect(ended.declare(batch).agreements == ["pilot", "pxq"])
    var late = pilot(from: "2026-02-02")
    #expect(late.declare(batch).agreements == ["pxq"])
  }

  @Test func `GD-6 run-off care is paid for the clients who had it, and not for new ones`() {
    var books = CareBooks(
      [Agreement(key: "uitloop", name: "Uitloop", model: .tranche)],
      [
        .sample(
          unit: .euro, price: 382_000, basis: .month, validity: year, agreement: "uitloop", clientGroup: "uitloop")
      ],
      allocation: OpenPeriod("2026-01-01", "2026-12-31"), cents: nil)
    books.region.clientGroups = [
      ClientGroupMember(
        group: "uitloop", municipality: Sample.municipality, bsn: Sample.bsn,
        validity: OpenPeriod("2019-01-01", "2026-06-30"))
    ]
    books.allocate(1002, OpenPeriod("2026-07-01", "2026-12-31"), nil)
    #expect(books.declare(382_000, month: 9).booked == 382_000)
    #expect(books.declare(382_000, month: 9, on: 1002).booked == 0)
  }
}
