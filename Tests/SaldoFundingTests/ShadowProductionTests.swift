import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct ShadowProductionTests {
  static let product = Product(category: ProductCategory(rawValue: "45"), code: ProductCode("45A48"))
  static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(daysSince1970: 0) }

  static func item(
    _ source: ProductionItem.Source, client: Int64 = 1, from: String = "2026-03-01", until: String = "2026-03-31",
    volume: Int64? = nil, unit: CareUnit? = nil
  ) throws -> ProductionItem {
    ProductionItem(
      source: source, municipality: try #require(MunicipalityCode("0363")),
      provider: try #require(ProviderCode("00000101")), client: client, product: product,
      period: Period(begin: day(from), end: day(until)), volume: volume, unit: unit)
  }

  static func catalogue(_ unit: CareUnit, _ basis: PriceBasis, _ cents: Int64) -> Catalogue {
    Catalogue(
      RegionSnapshot(
        name: "R", settings: RegionSettings(), municipalities: [], providers: [],
        agreements: [Agreement(key: "ls", name: "Lumpsum", model: .lumpSum)],
        prices: [
          PriceRow(
            product: product, unit: unit, price: Euros(cents: cents), basis: basis,
            validity: OpenPeriod(begin: day("2026-01-01"), end: nil), agreement: "ls")
        ], clientCeilings: []))
  }

  @Test func `UTR-2: care that is told twice counts once, the table first`() throws {
    let table = try Self.item(.table, volume: 10)
    let line = try Self.item(.lines, volume: 12)
    let notice = try Self.item(.notices)
    #expect(ShadowProduction.counted([notice, line, table, line]) == [table])
    #expect(ShadowProduction.counted([notice, line, line]) == [line])
    #expect(ShadowProduction.counted([notice, notice]) == [notice])
  }

  @Test func `two product periods of a month count both, another client too`() throws {
    let first = try Self.item(.lines, until: "2026-03-15", volume: 2)
    let second = try Self.item(.lines, from: "2026-03-16", volume: 3)
    let other = try Self.item(.notices, client: 2)
    #expect(ShadowProduction.counted([first, second, other]) == [first, second, other])
  }

  @Test(
    arguments: [
      (CareUnit.hour, PriceBasis.unit, 8_000, 10, nil, 80_000),
      (.hour, .unit, 8_730, 45, CareUnit.minute, 6_548),
      (.euro, .month, 25_000, nil, nil, 25_000),
      // 31 days of March at € 100.00.
      (.fullDay, .unit, 10_000, nil, nil, 310_000),
      // Hours without a volume say that there was care, and no more.
      (.hour, .unit, 8_000, nil, nil, 0),
    ] as [(CareUnit, PriceBasis, Int64, Int64?, CareUnit?, Int64)])
  func `GD-2: production is worth its reference tariff`(
    unit: CareUnit, basis: PriceBasis, cents: Int64, volume: Int64?, declared: CareUnit?, value: Int64
  ) throws {
    let item = try Self.item(.lines, volume: volume, unit: declared)
    #expect(ShadowProduction.value(of: [item, item], in: Self.catalogue(unit, basis, cents)).cents == value)
  }

  @Test func `care without a tariff is worth nothing`() throws {
    let item = try Self.item(.table, from: "2025-12-01", until: "2025-12-31", volume: 10)
    #expect(ShadowProduction.value(of: [item], in: Self.catalogue(.hour, .unit, 8_000)) == .zero)
  }
}
