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
      let finder = try CeilingUseFinder(
        without: region.agreementsOutsideCeilings, bookedUntil: isLast ? nil : month, HeldMessages(in: database),
        in: database)
      return try ceilings.map { ceiling in
        let raises = raisesOfClient[ceiling.bsn, default: []]
        var figures = CeilingFigures(
          ceiling: ceiling, height: raises.height(of: ceiling, on: day),
          pseudonym: self.keys.pseudonym(of: ceiling.bsn), used: .zero, signals: [])
        guard let municipality = try self.ids.municipality(ceiling.municipality, ClientCeiling.domain, in: database),
          let client = try self.ids.client(ceiling.bsn, keys: self.keys, in: database)
        else { return figures }
        let key = SignalKey(municipality: municipality, client: client)
        figures.used = try finder.used(of: ceiling, client: client, municipality: municipality)
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
    // Each finding is written out as text once, and only those on ceilings are taken apart.
    let query: SQL = """
      WITH finding AS MATERIALIZED (
        SELECT entry.number AS entry, entry.asOf, IFNULL(decided.message, entry.number) AS message, finding.key,
          finding.value AS text, (
            SELECT postingSum.bookingMonth FROM postingSum
            WHERE postingSum.entry = IFNULL(decided.message, entry.number) LIMIT 1) AS bookingMonth
        FROM ceilingEntry
        CROSS JOIN journalEntry AS entry ON entry.number = ceilingEntry.entry
        LEFT JOIN hold AS decided ON decided.decision = entry.number
        LEFT JOIN hold ON hold.message = entry.number
        CROSS JOIN json_each(CAST(entry.payload AS TEXT), '$.findings') AS finding
        WHERE hold.message IS NULL AND instr(finding.value, '"rule":"IBP') > 0
      )
      SELECT finding.entry, finding.asOf, finding.bookingMonth, json_extract(finding.text, '$.rule') = 'IBP',
        json_extract(finding.text, '$.facts.ceiling.amount'), json_extract(finding.text, '$.facts.used.amount'),
        line.municipality, line.client, line.reference, line.periodBegin, line.periodEnd, line.provider
      FROM finding
      CROSS JOIN line ON line.id = finding.message << 20 | json_extract(finding.text, '$.line')
      WHERE finding.bookingMonth <= \(month.iso) AND json_extract(finding.text, '$.rule') IN ('IBP', 'IBP-lifted')
      ORDER BY finding.entry, finding.key
      """
    var result: [SignalKey: [RecordedSignal]] = [:]
    try PreparedStatement(query, in: database).forEachRow { row in
      guard let booked = CalendarDate(iso: row.text(1)), let month = CalendarMonth(iso: row.text(2)),
        let provider = try ids.providerCode(row.integer(11), in: database)
      else { throw LedgerError.damaged(entry: row.integer(0)) }
      let period = Period(begin: row.date(9), end: row.date(10))
      let signal = CeilingSignal(
        kind: row.integer(3) != 0 ? .crossed : .lifted, provider: provider, reference: ExactText(row.text(8)),
        deliveryMonth: period.begin.month, booked: booked, bookingMonth: month,
        ceiling: Euros(cents: row.integer(4)), used: Euros(cents: row.integer(5)))
      result[SignalKey(municipality: row.integer(6), client: row.integer(7)), default: []]
        .append(RecordedSignal(signal: signal, period: period))
    }
    return result
  }
}
