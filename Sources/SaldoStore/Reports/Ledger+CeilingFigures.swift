import Foundation
import GRDB
public import SaldoDomain

extension Ledger {
  /// What is used of the ceilings of a region at the end of a month, with the signals up to then; in the order of the
  /// ceilings.
  ///
  /// Each has the height that was known on a day: a raise counts once it is valid and known.
  ///
  /// - Throws: ``LedgerError``.
  public func figures(
    ofCeilingsIn region: RegionSnapshot, until month: CalendarMonth, knownOn day: CalendarDate
  ) throws -> [CeilingFigures] {
    let ceilings = region.clientCeilings
    let raisesOfClient = Dictionary(grouping: region.ceilings.raises, by: \.bsn)
    return try read { database in
      let signals = try signals(until: month, in: database)
      let isLast = try String.fetchOne(database, sql: "SELECT MAX(bookingMonth) FROM postingSum") ?? "" <= month.iso
      let ofClient = Dictionary(grouping: ceilings, by: \.bsn)
      return try ceilings.map { ceiling in
        let raises = raisesOfClient[ceiling.bsn, default: []]
        var figures = CeilingFigures(
          ceiling: ceiling, height: raises.height(of: ceiling, on: day),
          pseudonym: self.keys.pseudonym(of: ceiling.bsn), used: .zero, signals: [])
        guard let municipality = try self.ids.municipality(ceiling.municipality, ClientCeiling.domain, in: database),
          let client = try self.ids.client(ceiling.bsn, keys: self.keys, in: database)
        else { return figures }
        let key = SignalKey(municipality: municipality, client: client)
        figures.used = try Self.used(
          of: ceiling, client: client, municipality: municipality, without: region.agreementsOutsideCeilings,
          bookedUntil: isLast ? nil : month, in: database)
        let rivals = ofClient[ceiling.bsn, default: []].filter { $0.municipality == ceiling.municipality }
        figures.signals = signals[key, default: []]
          .filter { $0.concerns(ceiling, among: rivals, raises) }.map(\.signal)
        return figures
      }
    }
  }

  private struct SignalKey: Hashable {
    let municipality: Int64
    let client: Int64
  }

  /// A signal with the product period of its line, which says to which ceiling it belongs.
  private struct RecordedSignal {
    let signal: CeilingSignal
    let period: Period

    /// Whether the signal is on this ceiling of its client, rather than on another one that counts the line as well:
    /// then the height tells them apart.
    func concerns(_ ceiling: ClientCeiling, among rivals: [ClientCeiling], _ raises: [CeilingRaise]) -> Bool {
      guard ceiling.counts(period) else { return false }
      func hadHeight(_ ceiling: ClientCeiling) -> Bool {
        raises.height(of: ceiling, on: signal.booked) == signal.ceiling
      }
      return hadHeight(ceiling) || !rivals.contains { $0.counts(period) && hadHeight($0) }
    }
  }

  private func signals(
    until month: CalendarMonth, in database: Database
  ) throws -> [SignalKey: [RecordedSignal]] {
    let query: SQL = """
      SELECT entry.number, entry.asOf, linePosting.bookingMonth, json_extract(finding.value, '$.rule') = 'IBP' AS isCrossed,
        json_extract(finding.value, '$.facts.ceiling.amount') AS ceilingCents,
        json_extract(finding.value, '$.facts.used.amount') AS usedCents,
        line.municipality, line.client, line.reference, line.periodBegin, line.periodEnd,
        provider.code AS providerCode
      FROM ceilingEntry
      CROSS JOIN journalEntry AS entry ON entry.number = ceilingEntry.entry
      LEFT JOIN hold AS decided ON decided.decision = entry.number
      LEFT JOIN hold ON hold.message = entry.number
      CROSS JOIN json_each(CAST(entry.payload AS TEXT), '$.findings') AS finding
      CROSS JOIN line
        ON line.id = IFNULL(decided.message, entry.number) << 20 | json_extract(finding.value, '$.line')
      CROSS JOIN provider ON provider.id = line.provider
      CROSS JOIN linePosting ON linePosting.line = line.id
      WHERE linePosting.bookingMonth <= \(month.column) AND hold.message IS NULL
        AND json_extract(finding.value, '$.rule') IN ('IBP', 'IBP-lifted')
      ORDER BY entry.number, finding.key
      """
    var result: [SignalKey: [RecordedSignal]] = [:]
    for row in try SQLRequest<Row>(literal: query).fetchAll(database) {
      guard let booked = CalendarDate(iso: row["asOf"] as String),
        let month = CalendarMonth(column: row["bookingMonth"])
      else {
        throw LedgerError.damaged(entry: row["number"])
      }
      let period = Period(
        begin: CalendarDate(daysSince1970: row["periodBegin"]), end: CalendarDate(daysSince1970: row["periodEnd"]))
      let signal = CeilingSignal(
        kind: (row["isCrossed"] as Bool) ? .crossed : .lifted, provider: try row.provider(),
        reference: ExactText(row["reference"]), deliveryMonth: period.begin.month, booked: booked,
        bookingMonth: month, ceiling: row.euros("ceilingCents"), used: row.euros("usedCents"))
      result[SignalKey(municipality: row["municipality"], client: row["client"]), default: []]
        .append(RecordedSignal(signal: signal, period: period))
    }
    return result
  }
}
