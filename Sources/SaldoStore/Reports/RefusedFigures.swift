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
  ///
  /// - Parameter declarations: The decided declarations of the period.
  static func fetch(
    _ period: PeriodClauses, of declarations: [DecidedDeclaration]?, in database: Database
  ) throws -> RefusedFigures? {
    guard let messages = period.messages, let declarations else { return nil }
    let refused = declarations.filter { !$0.isJudged }
    let total = Count(
      messages: refused.count, lines: refused.reduce(0) { $0 + $1.lines },
      declared: refused.reduce(.zero) { $0 + $1.declared })
    guard !refused.isEmpty else { return RefusedFigures(total: total, codes: []) }
    let codes: SQL = """
      SELECT json_extract(text, '$.outcome') AS outcome, code.value AS code, COUNT(*) AS messages,
        SUM(json_extract(text, '$.lineCount')) AS lines, SUM(json_extract(text, '$.declaredCents')) AS declaredCents
      FROM (
        SELECT CAST(entry.payload AS TEXT) AS text FROM \(SQL.decidedDeclarations)
        WHERE message.isProcessed = 0 AND \(messages)
      ) JOIN json_each(text, '$.codes') AS code
      GROUP BY outcome, code.value
      ORDER BY outcome = 'declaration', code.value
      """
    return RefusedFigures(
      total: total,
      codes: try SQLRequest<Row>(literal: codes).fetchAll(database).map { row in
        CodeCount(
          answerClass: row["outcome"] == "header" ? .header : .declaration, code: ReturnCode(rawValue: row["code"]),
          count: Count(messages: row["messages"], lines: row["lines"], declared: row.euros("declaredCents")))
      })
  }
}
