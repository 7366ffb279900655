public import SaldoDomain
import SaldoStore

/// A yearly amount with what was paid and delivered for it at the end of a month (realisatie van een jaarbedrag).
///
/// All amounts are in euro cents.
public struct LumpSumUse: Hashable, Sendable, Codable {
  /// The key of the agreement.
  public var agreement: String
  /// Its name; absent when the region does not have it.
  public var agreementName: String?
  /// The provider.
  public var provider: ProviderCode
  /// Its name; absent when the region does not have it.
  public var providerName: String?
  /// The legal domain.
  public var domain: Domain
  /// The municipalities that pay, in the order of the table.
  public var municipalities: [MunicipalityCode]
  /// The year.
  public var year: Int
  /// What it is for.
  public var part: LumpSum.Part
  /// The amount for the year.
  public var amountCents: Int64
  /// What was booked of it.
  public var paidCents: Int64
  /// What was delivered for it at reference tariffs; absent when it is not for care.
  public var realisedCents: Int64?
  /// What was delivered above the band of the corridor; absent without a corridor.
  public var overCents: Int64?
}

extension LumpSumUse {
  init(_ figures: LumpSumFigures, names: RegionNames) {
    let row = figures.lumpSum
    var over: Int64?
    if let corridor = row.corridor, let realised = figures.realised {
      // In hundredths of a cent: the band is a whole percentage of the amount.
      let beyond = realised.cents * 100 - row.amount.cents * Int64(100 + corridor.bandPercent)
      over = Rounding.halfAwayFromZero(max(0, beyond), over: 100)
    }
    self.init(
      agreement: row.agreement, agreementName: names.agreement(row.agreement)?.name, provider: row.provider,
      providerName: names[row.provider], domain: row.domain, municipalities: row.shares.map(\.municipality),
      year: row.year, part: row.part, amountCents: row.amount.cents, paidCents: figures.paid.cents,
      realisedCents: figures.realised?.cents, overCents: over)
  }

  /// The table of yearly amounts.
  static func table(_ rows: [LumpSumUse]) -> ReportTable {
    ReportTable(
      name: "lump-sums", title: ReportText.lumpSums, notes: [ReportText.lumpSumNote],
      columns: [
        .init(key: "agreement", title: ReportText.agreement, kind: .party),
        .init(key: "provider", title: ReportText.provider, kind: .party),
        .init(key: "domain", title: ReportText.domain, kind: .text),
        .init(key: "municipalities", title: ReportText.municipality, kind: .text),
        .init(key: "part", title: ReportText.account, kind: .text),
        .init(key: "amount", title: ReportText.amount, kind: .euros),
        .init(key: "paid", title: ReportText.paid, kind: .euros),
        .init(key: "realised", title: ReportText.realised, kind: .euros),
        .init(key: "over", title: ReportText.over, kind: .euros),
      ],
      rows: rows.map { row in
        [
          .party(code: row.agreement, name: row.agreementName),
          .party(code: row.provider.description, name: row.providerName), .domain(row.domain),
          .text(row.municipalities.map(\.description).joined(separator: " ")),
          .word(row.part.rawValue, ReportText.name(of: row.part)), .euros(row.amountCents), .euros(row.paidCents),
          row.realisedCents.map { .euros($0) } ?? .empty, row.overCents.map { .euros($0) } ?? .empty,
        ]
      })
  }
}
