import GRDB
public import SaldoDomain

/// The declarations that were refused at their header or as a declaration, so that no line was judged.
public struct RefusedFigures: Hashable, Sendable {
  /// How many, whatever their codes.
  public var total: Count
  /// Per class and code, header first; a declaration with two codes counts under both.
  public var codes: [CodeCount]

  /// A number of declarations.
  public struct Count: Hashable, Sendable {
    /// The number of declarations.
    public var messages: Int
    /// The number of their lines.
    public var lines: Int
    /// What they declared, debit minus credit.
    public var declared: Euros
  }

  /// The declarations with one code at one class.
  public struct CodeCount: Hashable, Sendable {
    /// The class: the header or the declaration.
    public var answerClass: AnswerClass
    /// The code at the class.
    public var code: ReturnCode
    /// How many.
    public var count: Count
  }
}

extension RefusedFigures {
  /// The refused declarations of a period; nil when messages cannot be selected by it.
  static func fetch(_ period: PeriodClauses, in database: Database) throws -> RefusedFigures? {
    guard let messages = period.messages else { return nil }
    let refused: SQL = """
      WITH refused AS (
        SELECT CAST(entry.payload AS TEXT) AS text, json_extract(CAST(entry.payload AS TEXT), '$.outcome') AS outcome,
          json_extract(CAST(entry.payload AS TEXT), '$.lineCount') AS lineCount,
          json_extract(CAST(entry.payload AS TEXT), '$.declaredCents') AS declaredCents
        FROM \(SQL.decidedDeclarations)
        WHERE message.kind = '323' AND message.isProcessed = 0 AND \(messages)
      )

      """
    let sums: SQL = """
      COUNT(*) AS messages, IFNULL(SUM(lineCount), 0) AS lines, IFNULL(SUM(declaredCents), 0) AS declaredCents
      """
    let codes: SQL = """
      \(refused) SELECT outcome, code.value AS code, \(sums)
      FROM refused JOIN json_each(refused.text, '$.codes') AS code
      GROUP BY outcome, code.value
      ORDER BY outcome = 'declaration', code.value
      """
    let rows = try SQLRequest<Row>(literal: codes).fetchAll(database)
    guard let total = try SQLRequest<Row>(literal: "\(refused) SELECT \(sums) FROM refused").fetchOne(database)
    else { return nil }
    return RefusedFigures(
      total: count(total),
      codes: rows.map { row in
        CodeCount(
          answerClass: row["outcome"] == "header" ? .header : .declaration, code: ReturnCode(rawValue: row["code"]),
          count: count(row))
      })
  }

  private static func count(_ row: Row) -> Count {
    Count(messages: row["messages"], lines: row["lines"], declared: row.euros("declaredCents"))
  }
}
