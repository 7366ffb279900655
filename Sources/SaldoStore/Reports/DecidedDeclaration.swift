import GRDB
import SaldoDomain

/// What was decided on a declaration, as the journal says: the payload of the entry that decided it, which the chain of
/// hashes covers.
struct DecidedDeclaration {
  /// The journal number of the declaration; its postings stand under it.
  let number: JournalNumber
  /// The dense ids of its municipality and its provider.
  let parties: Parties
  /// Whether its lines were judged; otherwise it was refused as a whole.
  let isJudged: Bool
  /// The number of its lines.
  let lines: Int
  /// The number of its rejected lines, when they were judged.
  let rejectedLines: Int
  /// What it declares, debit minus credit.
  let declared: Euros
  /// What its answer grants, debit minus credit.
  let granted: Euros

  /// Dense ids of a municipality and a provider.
  struct Parties: Hashable {
    let municipality: Int64
    let provider: Int64
  }

  /// The declarations of a period; nil when messages cannot be selected by it.
  static func fetch(_ period: PeriodClauses, in database: Database) throws -> [DecidedDeclaration]? {
    guard let messages = period.messages else { return nil }
    let query: SQL = """
      SELECT number, municipality, provider, isProcessed, json_extract(text, '$.lineCount'),
        json_array_length(text, '$.lines'), json_extract(text, '$.declaredCents'), json_extract(text, '$.grantedCents')
      FROM (
        SELECT message.entry AS number, message.municipality, message.provider, message.isProcessed,
          CAST(entry.payload AS TEXT) AS text
        FROM \(SQL.decidedDeclarations)
        WHERE \(messages)
      )
      """
    var declarations: [DecidedDeclaration] = []
    try PreparedStatement(query, in: database).forEachRow { row in
      declarations.append(
        DecidedDeclaration(
          number: row.integer(0), parties: Parties(municipality: row.integer(1), provider: row.integer(2)),
          isJudged: row.integer(3) != 0, lines: Int(row.integer(4)), rejectedLines: Int(row.integer(5)),
          declared: Euros(cents: row.integer(6)), granted: Euros(cents: row.integer(7))))
    }
    return declarations
  }
}
