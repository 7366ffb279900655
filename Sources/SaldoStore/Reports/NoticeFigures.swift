import GRDB
public import SaldoDomain

/// The messages other than declarations that are not in force, with one return code.
///
/// An allocation that its provider refused counts under its return message (302), with the codes that this brings.
public struct NoticeFigures: Hashable, Sendable {
  /// The kind of message.
  public var kind: MessageKind
  /// The code; nil when the findings carry none. A message with two codes counts under both.
  public var code: ReturnCode?
  /// The number of messages.
  public var messages: Int
}

extension NoticeFigures {
  /// The rows of messages with something to tell, sorted by kind and code.
  static func fetch(_ noted: NotedMessages, in database: Database) throws -> [NoticeFigures] {
    let query: SQL = """
      SELECT message.kind, code.value AS code, COUNT(*) AS messages
      FROM message
      CROSS JOIN journalEntry AS entry ON entry.number = message.entry
      LEFT JOIN json_each(CAST(entry.payload AS TEXT), '$.codes') AS code
      WHERE message.kind <> '323' AND \(noted.condition)
        AND (message.isProcessed = 0 OR message.kind IN ('301', '302') AND code.value IS NOT NULL)
      GROUP BY message.kind, code.value
      ORDER BY message.kind, code.value
      """
    return try SQLRequest<Row>(literal: query).fetchAll(database).map(NoticeFigures.init)
  }

  /// The figures of a row with a kind, a code and a number of messages.
  init(_ row: Row) throws {
    guard let kind = MessageKind(rawValue: row["kind"]) else { throw LedgerError.damaged(entry: 0) }
    self.init(kind: kind, code: (row["code"] as String?).map(ReturnCode.init(rawValue:)), messages: row["messages"])
  }
}
