import SaldoDomain
import SaldoStore

/// The tables of the overruns; the first is the one of its CSV file.
extension OverrunReport {
  var tables: [ReportTable] {
    [ceilingTable, municipalityTable, signalTable] + standingTables
  }

  private var ceilingTable: ReportTable {
    ReportTable(
      name: "ceilings", title: ReportText.ceilings, notes: [ReportText.bandNote],
      columns: [
        .init(key: "municipality", title: ReportText.municipality, kind: .party),
        .init(key: "client", title: clientTitle, kind: .text),
        .init(key: "periodBegin", title: ReportText.periodBegin, kind: .date),
        .init(key: "periodEnd", title: ReportText.periodEnd, kind: .date),
        .init(key: "setter", title: ReportText.setter, kind: .word),
        .init(key: "ceiling", title: ReportText.ceiling, kind: .euros),
        .init(key: "used", title: ReportText.used, kind: .euros),
        .init(key: "remaining", title: ReportText.remaining, kind: .euros),
        .init(key: "over", title: ReportText.over, kind: .euros),
        .init(key: "sharePermille", title: ReportText.share, kind: .share),
        .init(key: "band", title: ReportText.band, kind: .word),
        .init(key: "disposition", title: ReportText.disposition, kind: .text),
        .init(key: "crossedByProvider", title: ReportText.crossedBy, kind: .party, isOnPage: false),
        .init(key: "crossedByReference", title: ReportText.reference, kind: .text, isOnPage: false),
        .init(key: "crossedByDeliveryMonth", title: ReportText.deliveryMonth, kind: .month, isOnPage: false),
        .init(key: "crossedByBookingMonth", title: ReportText.bookingMonth, kind: .month, isOnPage: false),
        .init(key: "crossedByOver", title: ReportText.overThen, kind: .euros, isOnPage: false),
      ],
      rows: ceilings.map { row in
        [
          .party(code: row.municipality.description, name: row.municipalityName), .text(row.client),
          .date(row.periodBegin), .date(row.periodEnd),
          .word(row.setter.rawValue, ReportText.name(of: row.setter)), .euros(row.ceilingCents),
          .euros(row.usedCents), .euros(row.remainingCents), .euros(row.overCents),
          row.sharePermille.map { .share(permille: $0, band: row.band) } ?? .empty,
          .word(row.band.rawValue, ReportText.name(of: row.band)),
          row.isOpen
            ? .word("open", ReportText.open)
            : row.disposition.map { .word($0.rawValue, ReportText.name(of: $0)) } ?? .empty,
        ] + crossing(row.crossedBy)
      })
  }

  /// The line that crossed a ceiling, as cells.
  private func crossing(_ line: SignalRow?) -> [ReportTable.Cell] {
    guard let line else { return Array(repeating: .empty, count: 5) }
    return [
      .party(code: line.provider.description, name: line.providerName), .text(line.reference),
      .month(line.deliveryMonth), .month(line.bookingMonth), .euros(line.overCents),
    ]
  }

  private var municipalityTable: ReportTable {
    func counts(_ totals: Totals) -> [ReportTable.Cell] {
      [
        .count(totals.ceilings), .count(totals.below70), .count(totals.upTo100), .count(totals.above100),
        .euros(totals.overCents), .count(totals.open),
      ]
    }
    return ReportTable(
      name: "municipalities", title: ReportText.perMunicipality,
      columns: [
        .init(key: "municipality", title: ReportText.municipality, kind: .party),
        .init(key: "ceilings", title: ReportText.ceilings, kind: .count),
        .init(key: "below70", title: ReportText.name(of: .below70), kind: .count),
        .init(key: "upTo100", title: ReportText.name(of: .upTo100), kind: .count),
        .init(key: "above100", title: ReportText.name(of: .above100), kind: .count),
        .init(key: "over", title: ReportText.over, kind: .euros),
        .init(key: "open", title: ReportText.open, kind: .count),
      ],
      rows: municipalities.map { row in
        [.party(code: row.municipality.description, name: row.municipalityName)] + counts(row.totals)
      },
      totals: [.total] + counts(totals))
  }

  private var signalTable: ReportTable {
    ReportTable(
      name: "signals", title: ReportText.signals, notes: [ReportText.signalNote],
      columns: [
        .init(key: "municipality", title: ReportText.municipality, kind: .party),
        .init(key: "client", title: clientTitle, kind: .text),
        .init(key: "kind", title: ReportText.signal, kind: .word),
        .init(key: "provider", title: ReportText.provider, kind: .party),
        .init(key: "reference", title: ReportText.reference, kind: .text),
        .init(key: "deliveryMonth", title: ReportText.deliveryMonth, kind: .month),
        .init(key: "bookingMonth", title: ReportText.bookingMonth, kind: .month),
        .init(key: "ceiling", title: ReportText.ceiling, kind: .euros),
        .init(key: "used", title: ReportText.used, kind: .euros),
        .init(key: "over", title: ReportText.over, kind: .euros),
      ],
      rows: ceilings.flatMap { row in
        row.signals.map { signal in
          [
            .party(code: row.municipality.description, name: row.municipalityName), .text(row.client),
            .word(signal.kind.rawValue, ReportText.name(of: signal.kind)),
            .party(code: signal.provider.description, name: signal.providerName), .text(signal.reference),
            .month(signal.deliveryMonth), .month(signal.bookingMonth), .euros(signal.ceilingCents),
            .euros(signal.usedCents), .euros(signal.overCents),
          ]
        }
      })
  }

  /// The tables that are not about clients, when the region has them.
  var standingTables: [ReportTable] {
    [lumpSums.map(LumpSumUse.table), spendingSpaces.map(SpendingSpaceUse.table)].compactMap(\.self)
  }

  private var clientTitle: Bilingual { identified ? ReportText.bsn : ReportText.client }
}
