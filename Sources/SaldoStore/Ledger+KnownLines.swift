import SaldoDomain
import SaldoLedger
import GRDB

/// The lines that a ledger has, for messages that name or undo them.
extension Ledger {
  /// The columns of ``knownLine(_:of:_:in:)``.
  private static let lineColumns = """
    line.id, line.municipality, line.reference, line.previousReference, line.allocationNumber, line.category, line.code,
    line.periodBegin, line.periodEnd, line.volume, line.unit, line.tariffCents, line.amountCents, line.isCredit,
    line.isApproved, line.creditedBy, line.setApart, line.client,
    (SELECT account.agreement FROM linePosting JOIN account ON account.id = linePosting.costAccount
     WHERE linePosting.line = line.id),
    (SELECT account.kind FROM linePosting JOIN account ON account.id = linePosting.debtAccount
     WHERE linePosting.line = line.id)
    """

  /// The first line of a provider with a reference, to one municipality or to any. A credit of it that waits counts.
  func line(
    _ reference: ExactText, of provider: Int64, to municipality: Int64?, before entry: JournalNumber,
    _ held: HeldMessages, in database: Database
  ) throws -> KnownLine? {
    let statement = try PreparedStatement(
      """
      SELECT \(Self.lineColumns) FROM line
      WHERE line.provider = ?1 AND line.reference = ?2 AND (?3 IS NULL OR line.municipality = ?3)
        AND line.id >> 20 < ?4
      ORDER BY line.id LIMIT 1
      """, in: database)
    statement.bind(provider, at: 0)
    statement.bind(reference.string, at: 1)
    statement.bind(municipality, at: 2)
    statement.bind(entry, at: 3)
    guard
      var known = try statement.first({ row in
        let bsn = try bsn(ofClient: row.integer(17), entry: LineID(rawValue: row.integer(0)).message, in: database)
        return try knownLine(row, of: bsn, held, in: database)
      })
    else { return nil }
    if known.isApproved, known.creditedBy == nil, !held.isEmpty {
      known.creditedBy = try waitingCredit(of: known, by: provider, before: entry, in: database)
    }
    return known
  }

  /// The credit of an approved line in a declaration that waits and came in before an entry, as far as nothing rejects it.
  private func waitingCredit(
    of debit: KnownLine, by provider: Int64, before entry: JournalNumber, in database: Database
  ) throws -> LineID? {
    try Int64.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT line.id FROM line JOIN hold ON hold.message = line.id >> 20
          WHERE line.provider = ? AND line.previousReference = ? AND line.isApproved = 1 AND line.isCredit = 1
            AND line.municipality = (SELECT municipality FROM line WHERE id = ?)
            AND hold.decision IS NULL AND hold.message < ?
          ORDER BY line.id LIMIT 1
          """),
      arguments: [provider, debit.line.reference.string, debit.id.rawValue, entry]
    ).map(LineID.init(rawValue:))
  }

  /// The approved, uncredited debit lines on an allocation, of all periods or of those from a day on; with those that wait
  /// and came in before an entry.
  func openDebits(
    on place: AllocationPlace, from begin: CalendarDate?, waitingBefore entry: JournalNumber, _ held: HeldMessages,
    in database: Database
  ) throws -> [KnownLine] {
    guard let client = place.client else { return [] }
    let statement = try PreparedStatement(
      """
      SELECT \(Self.lineColumns) FROM line
      WHERE line.municipality = ? AND line.provider = ? AND line.allocationNumber = ? AND line.client = ?
        AND line.isApproved = 1 AND line.isCredit = 0 AND line.creditedBy IS NULL AND line.periodBegin >= ?
      """, in: database)
    statement.bind(Int64(place.named.number.number), at: 2)
    statement.bind(client, at: 3)
    statement.bind(begin.map { Int64($0.daysSince1970) } ?? .min, at: 4)
    var lines: [KnownLine] = []
    // Also when the message names the client: what stands under a key that was destroyed cannot be credited.
    var opened: Bsn?
    for municipality in place.municipalities {
      for provider in place.providers {
        statement.bind(municipality, at: 0)
        statement.bind(provider, at: 1)
        try statement.forEachRow { row in
          guard try !held.holdLine(row.integer(0), from: entry) else { return }
          let bsn = try opened ?? bsn(ofClient: client, entry: LineID(rawValue: row.integer(0)).message, in: database)
          opened = bsn
          lines.append(try knownLine(row, of: bsn, held, in: database))
        }
      }
    }
    return lines.sorted { $0.id < $1.id }
  }

  private func knownLine(
    _ row: PreparedStatement, of bsn: Bsn, _ held: HeldMessages, in database: Database
  ) throws -> KnownLine {
    let id = LineID(rawValue: row.integer(0))
    guard let municipality = try ids.municipalityCode(row.integer(1), in: database),
      let unit = CareUnit(rawValue: row.text(10)), let number = UInt32(exactly: row.integer(4))
    else { throw LedgerError.damaged(entry: id.message) }
    let line = DeliveryLine(
      reference: ExactText(row.text(2)), previousReference: row.optionalText(3).map { ExactText($0) },
      allocation: AllocationNumber(number),
      product: Product(category: ProductCategory(rawValue: row.text(5)), code: ProductCode(row.text(6))),
      period: Period(begin: row.date(7), end: row.date(8)), volume: row.integer(9), unit: unit,
      tariff: row.optionalInteger(11).map { Euros(cents: $0) },
      amount: StatedAmount(size: Euros(cents: row.integer(12)), side: row.integer(13) != 0 ? .credit : .debit),
      client: 0)
    let isWaiting = try held.holdLine(id.rawValue)
    var known = KnownLine(
      id: id, bsn: bsn, municipality: municipality, line: line, isApproved: row.integer(14) != 0 && !isWaiting,
      creditedBy: row.optionalInteger(15).map(LineID.init(rawValue:)), agreement: row.optionalText(18),
      isSettledWithAdvances: row.optionalText(19) == Account.Kind.unsettled.rawValue)
    known.isSetApart = row.optionalInteger(16) != nil
    known.isWaiting = isWaiting
    return known
  }
}
