import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct AreasTests {
  static let north = ProviderCode("42420001")!
  static let south = ProviderCode("01234567")!
  static let bsn = Bsn(digits: "999900006")!

  static let areas = Areas(
    [
      Area(postalCode: "3511", neighbourhood: "Binnenstad", weight: 2, consortium: north),
      Area(postalCode: "3521", neighbourhood: "Zuid", weight: 3, consortium: south),
      Area(postalCode: "3512", neighbourhood: "Binnenstad", weight: 1, consortium: north),
    ],
    exceptions: [
      AreaException(
        bsn: bsn, consortium: south, period: OpenPeriod(begin: "2026-02-01", end: "2026-06-30"), reason: "school")
    ])

  @Test func `UTR-4: an amount per neighbourhood follows from its weights`() {
    // 1,000.01 by 3 : 3: the cent goes to the earlier.
    let amounts = Self.areas.amounts(of: Euros(cents: 1_000_01))
    #expect(amounts.map(\.neighbourhood) == ["Binnenstad", "Zuid"])
    #expect(amounts.map(\.amount.cents) == [500_01, 500_00])
  }

  @Test func `UTR-5: the consortium is that of the address`() {
    let other = Bsn(digits: "999900018")!
    #expect(Self.areas.consortium(for: other, at: "3512AB", on: "2026-02-01") == Self.north)
    #expect(Self.areas.consortium(for: other, at: "3521 AB", on: "2026-02-01") == Self.south)
    #expect(Self.areas.consortium(for: other, at: "1000AA", on: "2026-02-01") == nil)
  }

  @Test func `UTR-5: a recorded exception goes before the address, on its days`() {
    func consortium(on day: CalendarDate) -> ProviderCode? {
      Self.areas.consortium(for: Self.bsn, at: "3511AA", on: day)
    }
    #expect(consortium(on: "2026-01-31") == Self.north)
    #expect(consortium(on: "2026-02-01") == Self.south)
    #expect(consortium(on: "2026-06-30") == Self.south)
    #expect(consortium(on: "2026-07-01") == Self.north)
  }
}
