import SaldoDomain
import SaldoTestSupport
import Testing

/// A client moved from Zaandam to the sample municipality on 10 March 2025; the old contract goes on up to 30 September.
struct ContinuedContractsTests {
  private static let old = MunicipalityCode("0479")!

  private static func region(_ prices: [PriceRow], contracts: [ContractPeriod] = []) -> RegionSnapshot {
    var region = RegionContracts.sample(prices: prices).snapshot
    region.sharing.continuations = [
      Continuation(bsn: Sample.bsn, municipality: old, period: Period("2025-03-10", "2025-09-30"))
    ]
    region.contractRules.contracts = contracts
    return region
  }

  private static func price(
    _ region: RegionSnapshot, on day: CalendarDate, start: CalendarDate? = nil, client: Bsn? = Sample.bsn,
    at municipality: MunicipalityCode = Sample.municipality
  ) -> Int64? {
    Catalogue(region).terms(
      for: Sample.product, unit: .hour, provider: Sample.provider, municipality: municipality, delivery: day,
      start: start, client: client)?.price.cents
  }

  /// € 6.00 at the old municipality, € 5.00 with this provider at the new one, € 4.00 for all.
  private static let rows: [PriceRow] = [
    .sample(price: 600, municipality: old), .sample(),
    .sample(price: 500, provider: Sample.provider, municipality: Sample.municipality),
  ]

  @Test(
    arguments: [
      ("2025-03-09", 500), ("2025-03-10", 600), ("2025-09-30", 600), ("2025-10-01", 500),
    ] as [(CalendarDate, Int64)])
  func `the old contract goes before that of the new municipality while it goes on`(day: CalendarDate, cents: Int64) {
    #expect(Self.price(Self.region(Self.rows), on: day) == cents)
  }

  @Test func `it goes on for its own client only, and changes nothing at the old municipality`() {
    let region = Self.region(Self.rows)
    #expect(Self.price(region, on: "2025-04-01", client: Sample.otherBsn) == 500)
    #expect(Self.price(region, on: "2025-04-01", client: nil) == 500)
    #expect(Self.price(region, on: "2025-04-01", at: Self.old) == 600)
  }

  @Test func `where the old contract has nothing, the new municipality's own rows hold, and else nothing`() {
    let own = PriceRow.sample(price: 500, municipality: Sample.municipality)
    #expect(Self.price(Self.region([own]), on: "2025-04-01") == 500)
    let lent = Self.region([.sample(price: 600, municipality: Self.old)])
    #expect(Self.price(lent, on: "2025-04-01") == 600)
    #expect(Self.price(lent, on: "2025-10-01") == nil)
  }

  @Test func `the client stays in the groups of the old municipality`() {
    var region = Self.region([.sample(), .sample(price: 700, clientGroup: "proef")])
    region.clientGroups = [
      ClientGroupMember(
        group: "proef", municipality: Self.old, bsn: Sample.bsn, validity: OpenPeriod("2025-01-01"))
    ]
    #expect(Self.price(region, on: "2025-04-01") == 700)
    #expect(Self.price(region, on: "2025-10-01") == 400)
    // Whoever declares without an allocation: only care that began before the group has another price.
    func depends(on day: CalendarDate) -> Bool {
      Catalogue(region).dependsOnStart(
        Sample.product, unit: .hour, provider: Sample.provider, municipality: Sample.municipality, delivery: day,
        client: Sample.bsn)
    }
    #expect(!depends(on: "2025-10-01"))
    region.clientGroups[0].validity = OpenPeriod("2025-03-20")
    #expect(depends(on: "2025-04-01"))
    #expect(!depends(on: "2025-10-01"))
  }

  @Test func `units of the old contract are contracted too, as long as it goes on`() {
    let region = Self.region([.sample(), .sample(unit: .daypart, municipality: Self.old)])
    func units(on day: CalendarDate) -> [CareUnit] {
      Catalogue(region).units(
        of: Sample.product, provider: Sample.provider, municipality: Sample.municipality, delivery: day, start: nil,
        client: Sample.bsn)
    }
    #expect(units(on: "2025-09-30") == [.hour, .daypart])
    #expect(units(on: "2025-10-01") == [.hour])
  }

  @Test(
    arguments: [
      (OpenPeriod("2025-03-10", "2025-12-31"), [.hour, .daypart]), (OpenPeriod("2025-09-30"), [.hour, .daypart]),
      (OpenPeriod("2025-10-01"), [.hour]), (OpenPeriod("2025-01-01", "2025-03-09"), [.hour]),
    ] as [(OpenPeriod, [CareUnit])])
  func `an allocation may be in a unit of the old contract when they share a day`(
    validity: OpenPeriod, units: [CareUnit]
  ) {
    let region = Self.region([.sample(), .sample(unit: .daypart, municipality: Self.old)])
    let found = Catalogue(region).units(
      of: Sample.product, provider: Sample.provider, municipality: Sample.municipality, during: validity,
      client: Sample.bsn)
    #expect(found == units)
  }

  @Test func `rows of the old contract must hold on the days that it goes on`() {
    let before = PriceRow.sample(
      unit: .daypart, municipality: Self.old, validity: OpenPeriod("2025-01-01", "2025-02-28"))
    let found = Catalogue(Self.region([.sample(), before])).units(
      of: Sample.product, provider: Sample.provider, municipality: Sample.municipality,
      during: OpenPeriod("2025-01-01"), client: Sample.bsn)
    #expect(found == [.hour])
  }

  /// How the care of a client with the sample provider at the sample municipality is covered on a day.
  private static func coverage(
    _ contracts: [ContractPeriod], on day: CalendarDate, client: Bsn = Sample.bsn
  ) -> ContractCoverage? {
    LocalRules(region([.sample()], contracts: contracts)).coverage(
      of: ContractedCare(
        provider: Sample.provider, municipality: Sample.municipality, bsn: client, agreement: "pxq",
        allocation: AllocationNumber(1001), start: "2025-03-10"),
      on: day)
  }

  private static func contract(_ municipality: MunicipalityCode, _ period: OpenPeriod) -> ContractPeriod {
    ContractPeriod(provider: Sample.provider, municipality: municipality, period: period)
  }

  @Test func `the contract period of the old municipality covers the care`() {
    let lent = [Self.contract(Self.old, OpenPeriod("2025-01-01", "2025-06-30"))]
    #expect(Self.coverage(lent, on: "2025-03-10") == .covered)
    #expect(Self.coverage(lent, on: "2025-03-09") == .notContracted)
    #expect(Self.coverage(lent, on: "2025-03-10", client: Sample.otherBsn) == .notContracted)
    // The old contract ended, while it went on for the client; then its end is what there is to tell.
    #expect(Self.coverage(lent, on: "2025-07-01") == .ended("2025-06-30"))
    #expect(Self.coverage(lent, on: "2025-10-01") == .notContracted)
    let both = lent + [Self.contract(Sample.municipality, OpenPeriod("2025-07-01"))]
    #expect(Self.coverage(both, on: "2025-06-30") == .covered)
    #expect(Self.coverage(both, on: "2025-07-01") == .covered)
  }
}
