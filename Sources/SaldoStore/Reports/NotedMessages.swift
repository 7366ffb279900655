import Foundation
import GRDB
import SaldoDomain

/// The messages other than declarations of which there is something to tell: what is not in force, brings a code, or has a
/// finding.
///
/// Of a hundred thousand allocations nearly all are in force without a word. Their payloads say so in their first bytes,
/// so that one pass over the journal passes them by, and only the others are taken apart.
struct NotedMessages {
  /// Their journal numbers as JSON, which SQLite reads as a table.
  private let numbers: String

  /// A condition on `message`: that it is one of these.
  var condition: SQL { "message.entry IN (SELECT value FROM json_each(\(numbers)))" }

  /// How the payload of a message without any code begins.
  private static let withoutCodes = Data(#"{"clients":[],"codes":[],"declaredCents":"#.utf8)
  /// What stands in the payload of a message without findings, and of one that is in force; a quote within a text is
  /// escaped, so that it stands nowhere else.
  private static let withoutFindings = Data(#","findings":[],"#.utf8)
  private static let inForce = Data(#","outcome":"in-force","#.utf8)

  /// Those of a period; nil unless by booking, the only month that these messages have.
  static func fetch(_ period: PeriodClauses, in database: Database) throws -> NotedMessages? {
    guard period.by == .booking, let messages = period.messages else { return nil }
    let query: SQL = """
      SELECT entry.number FROM journalEntry AS entry
      WHERE entry.kind = 'message' AND \(messages)
        AND NOT (substr(entry.payload, 1, \(withoutCodes.count)) = \(withoutCodes)
          AND instr(entry.payload, \(withoutFindings)) > 0 AND instr(entry.payload, \(inForce)) > 0)
      """
    var numbers: [JournalNumber] = []
    try PreparedStatement(query, in: database).forEachRow { numbers.append($0.integer(0)) }
    return NotedMessages(numbers: Ledger.json(numbers))
  }
}
