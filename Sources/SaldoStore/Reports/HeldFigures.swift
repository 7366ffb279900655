import GRDB
public import SaldoDomain

/// A declaration that waits, or has waited, for what the municipality still had to record (aangehouden declaratie).
public struct HeldFigures: Hashable, Sendable {
  /// The journal number of the declaration.
  public var entry: JournalNumber
  /// The legal domain.
  public var domain: Domain
  /// The municipality.
  public var municipality: MunicipalityCode
  /// The provider.
  public var provider: ProviderCode
  /// The provider's number of the declaration (Standard: `DeclaratieNummer`).
  public var declarationNumber: ExactText
  /// The day of receipt.
  public var received: CalendarDate
  /// The last day of the hold, as it was at receipt: on it the declaration is decided at the latest.
  public var until: CalendarDate
  /// The number of its lines.
  public var lines: Int
  /// What it declares, debit minus credit.
  public var declared: Euros

  /// How long it has waited on a day: the number of calendar days since the day of receipt.
  public func age(on day: CalendarDate) -> Int { Int(day.daysSince1970 - received.daysSince1970) }
}

extension Ledger {
  /// The declarations that wait, in order of receipt.
  ///
  /// - Throws: ``LedgerError``.
  public func heldFigures() throws -> [HeldFigures] {
    try read { try HeldFigures.fetch("hold.decision IS NULL", in: $0) }
  }

  /// The declarations that had waited and were decided by entries of an as-of date, in order of receipt.
  ///
  /// - Throws: ``LedgerError``.
  public func heldFigures(decidedOn day: CalendarDate) throws -> [HeldFigures] {
    try read { try HeldFigures.fetch("IFNULL(decision.asOf = \(day.iso), 0)", in: $0) }
  }
}

extension HeldFigures {
  /// The declarations that waited at the end of a day.
  static func fetch(on day: CalendarDate, in database: Database) throws -> [HeldFigures] {
    try fetch("entry.asOf <= \(day.iso) AND IFNULL(decision.asOf > \(day.iso), 1)", in: database)
  }

  /// The declarations that wait or have waited, and for which a condition on `hold`, `entry` and `decision` holds.
  fileprivate static func fetch(_ condition: SQL, in database: Database) throws -> [HeldFigures] {
    let query: SQL = """
      SELECT entry.number, entry.asOf, municipality.domain, municipality.code AS municipalityCode,
        provider.code AS providerCode, message.declarationNumber,
        json_extract(CAST(entry.payload AS TEXT), '$.until') AS until,
        json_extract(CAST(entry.payload AS TEXT), '$.lineCount') AS lines,
        json_extract(CAST(entry.payload AS TEXT), '$.declaredCents') AS declaredCents
      FROM hold
      CROSS JOIN message ON message.entry = hold.message
      CROSS JOIN journalEntry AS entry ON entry.number = hold.message
      CROSS JOIN municipality ON municipality.id = message.municipality
      CROSS JOIN provider ON provider.id = message.provider
      LEFT JOIN journalEntry AS decision ON decision.number = hold.decision
      WHERE \(condition)
      ORDER BY entry.number
      """
    return try SQLRequest<Row>(literal: query).fetchAll(database).map { row in
      guard let received = CalendarDate(iso: row["asOf"] as String),
        let until = (row["until"] as String?).flatMap({ CalendarDate(iso: $0) }),
        let number = row["declarationNumber"] as String?
      else { throw LedgerError.damaged(entry: row["number"]) }
      return HeldFigures(
        entry: row["number"], domain: try row.domain(), municipality: try row.municipality(),
        provider: try row.provider(), declarationNumber: ExactText(number), received: received, until: until,
        lines: row["lines"], declared: row.euros("declaredCents"))
    }
  }
}
