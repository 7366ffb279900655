import GRDB
public import SaldoDomain

/// What one declaration makes payable under one agreement.
public struct PayableFigures: Hashable, Sendable {
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
  /// The identification of the answer; nil when there is none.
  public var answer: ExactText?
  /// The day of booking.
  public var booked: CalendarDate
  /// The key of the agreement; empty when the account is not kept per agreement.
  public var agreement: String
  /// Whether the lines were set apart, above a spending space: the payer decides on paying them.
  public var isSetApart: Bool
  /// What is owed to the provider; negative when the provider owes.
  public var amount: Euros
}

extension Ledger {
  /// Goes through what the declarations with these journal numbers make payable, sorted by number and agreement; what was set apart
  /// comes after the rest.
  ///
  /// - Throws: ``LedgerError``.
  public func forEachPayable(of entries: [JournalNumber], _ body: (PayableFigures) throws -> Void) throws {
    try read { database in
      // CROSS JOIN keeps the order: from each message to its sums. The payload is read once for each sum, after grouping.
      let query: SQL = """
        SELECT figures.*, json_extract(CAST(decided.payload AS TEXT), '$.answer.identification') AS answer FROM (
        SELECT message.entry AS number, entry.number AS decision, entry.asOf, municipality.domain,
          municipality.code AS municipalityCode, provider.code AS providerCode, message.declarationNumber,
          account.agreement, postingSum.isSetApart, -SUM(postingSum.amountCents) AS amountCents
        FROM \(SQL.decidedDeclarations)
        CROSS JOIN postingSum ON postingSum.entry = message.entry
        CROSS JOIN account ON account.id = postingSum.account AND account.kind = 'payable'
        JOIN municipality ON municipality.id = account.municipality
        JOIN provider ON provider.id = account.provider
        WHERE message.entry IN (SELECT value FROM json_each(\(Self.json(entries))))
        GROUP BY message.entry, account.municipality, account.provider, account.agreement, postingSum.isSetApart
        ) AS figures JOIN journalEntry AS decided ON decided.number = figures.decision
        ORDER BY figures.number, municipalityCode, providerCode, agreement, isSetApart
        """
      let rows = try SQLRequest<Row>(literal: query).fetchCursor(database)
      while let row = try rows.next() {
        guard let booked = CalendarDate(iso: row["asOf"] as String), let number = row["declarationNumber"] as String?
        else { throw LedgerError.damaged(entry: row["number"]) }
        try body(
          PayableFigures(
            entry: row["number"], domain: try row.domain(), municipality: try row.municipality(),
            provider: try row.provider(), declarationNumber: ExactText(number),
            answer: (row["answer"] as String?).map { ExactText($0) }, booked: booked, agreement: row["agreement"],
            isSetApart: row["isSetApart"], amount: row.euros("amountCents")))
      }
    }
  }
}
