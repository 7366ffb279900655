import GRDB
public import SaldoDomain

/// The clients of declarations that were rejected with one return code; their lines carry 0233 ("not assessed").
public struct ClientCodeFigures: Hashable, Sendable {
  /// The code at the client.
  public var code: ReturnCode
  /// The number of clients, counted once per declaration.
  public var clients: Int
}

extension ClientCodeFigures {
  /// The rows of a period, sorted by code; nil when messages cannot be selected by it.
  static func fetch(_ period: PeriodClauses, in database: Database) throws -> [ClientCodeFigures]? {
    guard let messages = period.messages else { return nil }
    let query: SQL = """
      SELECT code.value AS code, COUNT(*) AS clients
      FROM \(SQL.decidedDeclarations)
      JOIN json_each(CAST(entry.payload AS TEXT), '$.clients') AS rejected
      JOIN json_each(rejected.value, '$.codes') AS code
      WHERE message.isProcessed = 1 AND message.kind = '323' AND \(messages)
      GROUP BY code.value
      ORDER BY code.value
      """
    return try SQLRequest<Row>(literal: query).fetchAll(database).map { row in
      ClientCodeFigures(code: ReturnCode(rawValue: row["code"]), clients: row["clients"])
    }
  }
}
