public import SaldoDomain
import SaldoStore

/// A spending space with what was used of it at the end of a month (gebruik van de bestedingsruimte).
///
/// All amounts are in euro cents.
public struct SpendingSpaceUse: Hashable, Sendable, Codable {
  /// The provider.
  public var provider: ProviderCode
  /// Its name; absent when the region does not have it.
  public var providerName: String?
  /// The segment of agreements.
  public var segment: String
  /// The legal domain.
  public var domain: Domain
  /// The year of delivery.
  public var year: Int
  /// The space.
  public var amountCents: Int64
  /// What was granted on it.
  public var usedCents: Int64
  /// What was granted above it.
  public var overCents: Int64
  /// The part that was set apart in the payables: paying, raising or recovering is the payer's decision.
  public var setApartCents: Int64
  /// Below 70 per cent, up to and including 100, or above.
  public var band: CeilingBand
}

extension SpendingSpaceUse {
  init(_ figures: SpendingFigures, names: RegionNames) {
    let space = figures.space
    self.init(
      provider: space.provider, providerName: names[space.provider], segment: space.segment, domain: space.domain,
      year: space.year, amountCents: space.amount.cents, usedCents: figures.used.cents,
      overCents: max(0, (figures.used - space.amount).cents), setApartCents: figures.setApart.cents,
      band: CeilingBand(used: figures.used, of: space.amount))
  }

  /// The table of spending spaces.
  static func table(_ rows: [SpendingSpaceUse]) -> ReportTable {
    ReportTable(
      name: "spending-spaces", title: ReportText.spendingSpaces, notes: [ReportText.spendingSpaceNote],
      columns: [
        .init(key: "provider", title: ReportText.provider, kind: .party),
        .init(key: "segment", title: ReportText.segment, kind: .text),
        .init(key: "domain", title: ReportText.domain, kind: .text),
        .init(key: "year", title: ReportText.year, kind: .count),
        .init(key: "amount", title: ReportText.spendingSpace, kind: .euros),
        .init(key: "used", title: ReportText.used, kind: .euros),
        .init(key: "over", title: ReportText.over, kind: .euros),
        .init(key: "setApart", title: ReportText.setApart, kind: .euros),
        .init(key: "band", title: ReportText.band, kind: .word),
      ],
      rows: rows.map { row in
        [
          .party(code: row.provider.description, name: row.providerName), .text(row.segment), .domain(row.domain),
          .text("\(row.year)"), .euros(row.amountCents), .euros(row.usedCents), .euros(row.overCents),
          .euros(row.setApartCents), .word(row.band.rawValue, ReportText.name(of: row.band)),
        ]
      })
  }
}
