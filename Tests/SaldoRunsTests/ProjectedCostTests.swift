import SaldoDomain
import SaldoFunding
import SaldoSettlement
import SaldoTestSupport
import Testing

/// What an allocation will cost, from its volume, its validity and the contract.
struct ProjectedCostTests {
  static func catalogue(_ prices: [PriceRow]) -> Catalogue {
    Catalogue(
      RegionSnapshot(
        name: "R", settings: RegionSettings(), municipalities: [], providers: [],
        agreements: [Agreement(key: "pxq", name: "P×Q", model: .unitPrice)], prices: prices, clientCeilings: []))
  }

  static let hours = [
    PriceRow.sample(price: 70_00, validity: OpenPeriod("2026-01-01", "2026-10-31")),
    PriceRow.sample(price: 84_00, validity: OpenPeriod("2026-11-01")),
  ]

  static func cost(
    _ volume: AllocatedVolume?, _ validity: OpenPeriod, budget: Euros? = nil, category: String = "45",
    domain: Domain = .jw, prices: [PriceRow] = hours, asOf: CalendarDate = "2026-09-01",
    reason: ChangeReason? = nil
  ) -> ProjectedCost {
    let product = AllocatedProduct.sample(
      category: ProductCategory(rawValue: category), validity: validity, changeReason: reason, volume: volume,
      budget: budget)
    return ProjectedCost(
      of: product, for: Sample.bsn, provider: Sample.provider, municipality: Sample.municipality, domain: domain,
      under: catalogue(prices), asOf: asOf)
  }

  static func months(_ cost: ProjectedCost) -> [String: Int64]? {
    cost.projection.map { Dictionary(uniqueKeysWithValues: $0.months.map { ($0.month.iso, $0.amount.cents) }) }
  }

  @Test func `DEV-1: weeks are counted per month and scaled to the whole`() {
    // Five weeks, 15 hours: one in September, five in October, one in November touch it, 3 + 15 + 3 hours.
    // 15 ÷ 21 × (18 × 70.00 + 3 × 84.00) = 1,080.00, in 210 : 1,050 : 252.
    let cost = Self.cost(
      AllocatedVolume(volume: 3, unit: .hour, frequency: .perWeek), OpenPeriod("2026-09-28", "2026-11-01"))
    #expect(Self.months(cost) == ["2026-09": 150_00, "2026-10": 750_00, "2026-11": 180_00])
  }

  @Test func `DEV-1: per month, and per year`() {
    let cost = Self.cost(
      AllocatedVolume(volume: 10, unit: .hour, frequency: .perMonth), OpenPeriod("2026-12-16", "2027-01-14"))
    #expect(Self.months(cost) == ["2026-12": 840_00, "2027-01": 840_00])
    #expect(cost.projection?.total == Euros(cents: 1_680_00))
    #expect(cost.projection?.total(in: 2027) == Euros(cents: 840_00))
  }

  @Test func `days of each month`() {
    let cost = Self.cost(
      AllocatedVolume(volume: 2, unit: .hour, frequency: .perDay), OpenPeriod("2026-10-30", "2026-11-01"))
    #expect(Self.months(cost) == ["2026-10": 280_00, "2026-11": 168_00])
  }

  @Test func `a volume in total counts at the price of the first day`() {
    let cost = Self.cost(
      AllocatedVolume(volume: 3, unit: .hour, frequency: .total), OpenPeriod("2026-10-15", "2026-11-30"))
    #expect(Self.months(cost) == ["2026-10": 105_00, "2026-11": 105_00])
  }

  @Test func `minutes on an hourly price, and hours that are contracted in minutes`() {
    let minutes = Self.cost(
      AllocatedVolume(volume: 45, unit: .minute, frequency: .total), OpenPeriod("2026-10-01", "2026-10-31"),
      prices: [.sample(price: 87_30, validity: OpenPeriod("2026-01-01"))])
    #expect(Self.months(minutes) == ["2026-10": 65_48])
    let hours = Self.cost(
      AllocatedVolume(volume: 3, unit: .hour, frequency: .perMonth), OpenPeriod("2026-10-01", "2026-10-31"),
      prices: [.sample(unit: .minute, price: 1_50, validity: OpenPeriod("2026-01-01"))])
    #expect(Self.months(hours) == ["2026-10": 270_00])
  }

  @Test func `euros are the cost themselves, and no end means the end of the year`() {
    let volume = AllocatedVolume(volume: 1_000_00, unit: .euro, frequency: .perMonth)
    let open = OpenPeriod("2026-11-10")
    #expect(Self.months(Self.cost(volume, open, prices: [])) == ["2026-11": 1_000_00, "2026-12": 1_000_00])
    #expect(Self.cost(volume, open, prices: [], asOf: "2027-03-01").projection?.total.cents == 14_000_00)
    // Sundays from 10 November to 31 December 2026: 15, 22, 29 November; 6, 13, 20, 27 December. Nothing is broken off.
    let weeks = AllocatedVolume(volume: 100_00, unit: .euro, frequency: .perWeek)
    #expect(Self.months(Self.cost(weeks, open, prices: [])) == ["2026-11": 300_00, "2026-12": 400_00])
    let total = AllocatedVolume(volume: 500_00, unit: .euro, frequency: .total)
    #expect(Self.months(Self.cost(total, open, prices: [])) == ["2026-11": 250_00, "2026-12": 250_00])
  }

  @Test func `six weeks in every month for household help are scaled too`() {
    var price = PriceRow.sample(price: 70_00, validity: OpenPeriod("2026-01-01"))
    price.product = Product(category: ProductCategory(rawValue: "01"), code: Sample.product.code)
    let cost = Self.cost(
      AllocatedVolume(volume: 3, unit: .hour, frequency: .perWeek), OpenPeriod("2026-09-28", "2026-11-01"),
      category: "01", domain: .wmo, prices: [price])
    #expect(Self.months(cost) == ["2026-09": 350_00, "2026-10": 350_00, "2026-11": 350_00])
  }

  @Test func `without a volume it is the budget, without either or a price it is unknown`() {
    let quarter = OpenPeriod("2026-10-01", "2026-12-31")
    #expect(
      Self.months(Self.cost(nil, quarter, budget: Euros(cents: 100_00)))
        == ["2026-10": 33_34, "2026-11": 33_33, "2026-12": 33_33])
    #expect(Self.cost(nil, quarter) == .unknown(.noVolume))
    let volume = AllocatedVolume(volume: 1, unit: .hour, frequency: .perMonth)
    #expect(
      Self.cost(volume, quarter, prices: [Self.hours[0]]) == .unknown(.noPrice(CalendarMonth(year: 2026, month: 11))))
    let vast = AllocatedVolume(volume: 99_999_999, unit: .hour, frequency: .perDay)
    #expect(Self.cost(vast, quarter) == .unknown(.outOfRange))
  }

  @Test func `an allocation that was taken back, or ends before it begins, costs nothing`() {
    let volume = AllocatedVolume(volume: 1, unit: .hour, frequency: .perMonth)
    #expect(
      Self.cost(volume, OpenPeriod("2026-10-01", "2026-10-01"), reason: .removed).projection?.total == .zero)
    #expect(Self.cost(volume, OpenPeriod("2026-10-02", "2026-10-01")).projection?.months == [])
    #expect(Self.cost(volume, OpenPeriod("2026-10-01", "2026-10-01")).projection?.total.cents == 70_00)
  }

  /// Ten hours a month from October to December 2026: € 70.00 in October, € 84.00 from November on.
  private static func cost(under region: (inout RegionSnapshot) -> Void) -> [String: Int64]? {
    let pilot = PriceRow.sample(price: 50_00, validity: OpenPeriod("2026-01-01"), clientGroup: "proef")
    let old = PriceRow.sample(
      price: 60_00, municipality: Sample.otherMunicipality, validity: OpenPeriod("2026-01-01"))
    var snapshot = RegionSnapshot(
      name: "R", settings: RegionSettings(), municipalities: [], providers: [],
      agreements: [Agreement(key: "pxq", name: "P×Q", model: .unitPrice)], prices: hours + [pilot, old],
      clientCeilings: [])
    region(&snapshot)
    return months(
      ProjectedCost(
        of: .sample(
          validity: OpenPeriod("2026-10-01", "2026-12-31"),
          volume: AllocatedVolume(volume: 10, unit: .hour, frequency: .perMonth)),
        for: Sample.bsn, provider: Sample.provider, municipality: Sample.municipality, domain: .jw,
        under: Catalogue(snapshot), asOf: "2026-09-01"))
  }

  @Test func `a client of a pilot costs what the pilot pays`() {
    #expect(Self.cost { _ in } == ["2026-10": 700_00, "2026-11": 840_00, "2026-12": 840_00])
    let cost = Self.cost {
      $0.clientGroups = [
        ClientGroupMember(
          group: "proef", municipality: Sample.municipality, bsn: Sample.bsn, validity: OpenPeriod("2026-10-01"))
      ]
    }
    #expect(cost == ["2026-10": 500_00, "2026-11": 500_00, "2026-12": 500_00])
  }

  @Test func `after a move the months of the old contract cost its price`() {
    let cost = Self.cost {
      $0.sharing.continuations = [
        Continuation(
          bsn: Sample.bsn, municipality: Sample.otherMunicipality, period: Period("2026-09-15", "2026-11-30"))
      ]
    }
    #expect(cost == ["2026-10": 600_00, "2026-11": 600_00, "2026-12": 840_00])
  }
}
