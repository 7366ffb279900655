public import SaldoDomain

/// A small invented region for tests: two municipalities, two providers, three agreements, four ceilings.
///
/// Hours of 45A48 cost € 80.00; 45A49 is € 250.00 a month; 45A50 is € 40.00 an hour under an agreement that books on
/// the same ledger account and cost centre as 45A48.
public enum TestRegion {
  /// Two municipalities with codes of the national list and invented names.
  public static let municipalities = [MunicipalityCode("0363")!, MunicipalityCode("0599")!]
  /// Two providers.
  public static let providers = [ProviderCode("00000101")!, ProviderCode("00000202")!]
  /// Three clients; numbers that are not handed out.
  public static let clients = [Bsn(number: 999_900_006), Bsn(number: 999_900_018), Bsn(number: 999_900_031)]
  /// Hours at € 80.00.
  public static let hours = product("45A48")
  /// € 250.00 a month.
  public static let months = product("45A49")
  /// Hours at € 40.00, booked on the same ledger account and cost centre as ``hours``.
  public static let cheapHours = product("45A50")

  /// The region; the payer can be chosen.
  public static func snapshot(payer: RegionSettings.Payer = .municipality) -> RegionSnapshot {
    let year = OpenPeriod(begin: day("2026-01-01"), end: day("2026-12-31"))
    func price(_ product: Product, _ unit: CareUnit, _ cents: Int64, _ basis: PriceBasis, _ agreement: String)
      -> PriceRow
    {
      PriceRow(
        product: product, unit: unit, price: Euros(cents: cents), basis: basis, validity: year, agreement: agreement)
    }
    func ceiling(_ municipality: Int, _ client: Int, _ cents: Int64, _ setter: ClientCeiling.Setter) -> ClientCeiling {
      ClientCeiling(
        municipality: municipalities[municipality], bsn: clients[client],
        period: Period(begin: year.begin, end: year.end!), ceiling: Euros(cents: cents), setter: setter)
    }
    return RegionSnapshot(
      name: "Voorbeeldregio", settings: RegionSettings(payer: payer),
      municipalities: [
        Municipality(code: municipalities[0], name: "Merendam"),
        Municipality(code: municipalities[1], name: "Waterkant"),
      ],
      providers: [
        Provider(code: providers[0], name: "Jeugdhulp De Brug"),
        Provider(code: providers[1], name: "Gezin & Co <zorg>"),
      ],
      agreements: [
        Agreement(
          key: "pxq", name: "Uurtarieven", model: .unitPrice, ledgerAccount: "4410", costCentre: "K10"),
        Agreement(
          key: "month", name: "Maandbedragen", model: .fixedPrice, ledgerAccount: "4420", costCentre: "K20"),
        Agreement(
          key: "pxq-group", name: "Uurtarieven groep", model: .unitPrice, ledgerAccount: "4410", costCentre: "K10"),
      ],
      prices: [
        price(hours, .hour, 8000, .unit, "pxq"), price(months, .euro, 25_000, .month, "month"),
        price(cheapHours, .hour, 4000, .unit, "pxq-group"),
      ],
      clientCeilings: [
        ceiling(1, 1, 500_000, .municipality), ceiling(0, 0, 100_000, .referrer), ceiling(0, 2, 300_000, .provider),
        ceiling(1, 2, 100_000, .referrer),
      ])
  }

  /// The day written as `YYYY-MM-DD`; any other text stops the test.
  public static func day(_ iso: String) -> CalendarDate {
    guard let day = CalendarDate(iso: iso) else { preconditionFailure("no day: \(iso)") }
    return day
  }

  /// The month written as `YYYY-MM`; any other text stops the test.
  public static func month(_ iso: String) -> CalendarMonth {
    guard let month = CalendarMonth(iso: iso) else { preconditionFailure("no month: \(iso)") }
    return month
  }

  private static func product(_ code: String) -> Product {
    Product(category: ProductCategory(rawValue: "45"), code: ProductCode(code))
  }
}
