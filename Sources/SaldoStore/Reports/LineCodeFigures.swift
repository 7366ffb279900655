import GRDB
public import SaldoDomain

/// The rejected lines with one return code; a line with two codes counts under both.
public struct LineCodeFigures: Hashable, Sendable {
  /// The code at the line.
  public var code: ReturnCode
  /// The number of lines.
  public var lines: Int
  /// The declared amount of the lines, debit minus credit.
  public var declared: Euros
}

extension LineCodeFigures {
  /// The rows of a period, sorted by code.
  static func fetch(_ period: PeriodClauses, in database: Database) throws -> [LineCodeFigures] {
    let messages: SQL = period.messages ?? "TRUE"
    let query: SQL = """
      SELECT returnCode, COUNT(*) AS lines,
        SUM(CASE line.isCredit WHEN 1 THEN -line.amountCents ELSE line.amountCents END) AS declaredCents
      FROM (
        SELECT DISTINCT message.entry << 20 | json_extract(rejected.value, '$.position') AS id, code.value AS returnCode
        FROM \(SQL.decidedDeclarations)
        JOIN json_each(CAST(entry.payload AS TEXT), '$.lines') AS rejected
        JOIN json_each(rejected.value, '$.codes') AS code
        WHERE message.isProcessed = 1 AND message.kind = '323' AND \(messages)
      ) AS coded
      JOIN line ON line.id = coded.id
      WHERE \(period.deliveryOfLine)
      GROUP BY returnCode
      ORDER BY returnCode
      """
    return try SQLRequest<Row>(literal: query).fetchAll(database).map { row in
      LineCodeFigures(
        code: ReturnCode(rawValue: row["returnCode"]), lines: row["lines"], declared: row.euros("declaredCents"))
    }
  }
}

extension PeriodClauses {
  /// A condition on `line` by delivery, where a message cannot be selected.
  fileprivate var deliveryOfLine: SQL {
    guard by == .delivery else { return "TRUE" }
    return "line.periodBegin BETWEEN \(from.first.daysSince1970) AND \(until.last.daysSince1970)"
  }
}
