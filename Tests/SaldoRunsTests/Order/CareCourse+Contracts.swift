import SaldoDomain
import SaldoTestSupport

extension CareCourse {
  /// What is bought, in both domains: a price per unit, or per week, month or allocation for euros.
  struct Ware {
    let unit: CareUnit
    let suffix: String
    let cents: Int64
    let basis: PriceBasis
    /// The frequencies in which it is allocated.
    let frequencies: [Frequency]
    /// A volume per week; a day has a part of it, a month more.
    let weekly: Int64
  }

  static let wares = [
    Ware(unit: .minute, suffix: "01", cents: 7230, basis: .hour, frequencies: Frequency.allCases, weekly: 140),
    Ware(unit: .hour, suffix: "04", cents: 7185, basis: .unit, frequencies: Frequency.allCases, weekly: 7),
    Ware(unit: .fullDay, suffix: "14", cents: 26_540, basis: .unit, frequencies: notDaily, weekly: 5),
    Ware(unit: .daypart, suffix: "16", cents: 6215, basis: .unit, frequencies: notDaily, weekly: 4),
    Ware(unit: .outputPiece, suffix: "82", cents: 9850, basis: .unit, frequencies: Frequency.allCases, weekly: 7),
    Ware(unit: .effortPiece, suffix: "84", cents: 2435, basis: .unit, frequencies: notDaily, weekly: 9),
    Ware(unit: .euro, suffix: "W3", cents: 30_000, basis: .week, frequencies: [.perWeek], weekly: 31_000),
    Ware(unit: .euro, suffix: "M3", cents: 210_000, basis: .month, frequencies: [.perMonth], weekly: 50_000),
    Ware(unit: .euro, suffix: "T3", cents: 400_000, basis: .total, frequencies: [.total], weekly: 20_000),
  ]
  private static let notDaily: [Frequency] = [.perWeek, .perMonth, .total]

  /// The categories that are bought in a domain; iWmo 01 counts its weeks in its own way.
  static func categories(of domain: Domain) -> [String] { domain == .jw ? ["45", "50"] : ["01", "02"] }

  static func product(_ ware: Ware, _ category: String) -> Product {
    Product(category: ProductCategory(rawValue: category), code: ExactText("\(category)A\(ware.suffix)"))
  }

  /// What is sold under a product.
  static func ware(of product: Product) -> Ware? { wares.first { product.code.string.hasSuffix("A\($0.suffix)") } }

  /// The contracts: every ware in every category, and a ceiling for the clients of youth care at one municipality.
  static var region: RegionSnapshot {
    var snapshot = RegionContracts.sample().snapshot
    snapshot.municipalities = municipalities.map { Municipality(code: $0, name: "Gemeente \($0)") }
    snapshot.providers = providers.map { Provider(code: $0, name: "Aanbieder \($0)") }
    snapshot.prices = Domain.allCases.flatMap(categories).flatMap { category in
      wares.map { ware in
        PriceRow.sample(
          product: product(ware, category), unit: ware.unit, price: ware.cents, basis: ware.basis,
          validity: OpenPeriod("2024-01-01"), agreement: ware.unit == .euro ? "month" : "pxq")
      }
    }
    snapshot.clientCeilings = bsns.map {
      ClientCeiling(
        municipality: municipalities[0], bsn: $0, period: Period("2025-01-01", "2025-12-31"),
        ceiling: Euros(cents: 300_000), setter: .municipality)
    }
    return snapshot
  }
}
