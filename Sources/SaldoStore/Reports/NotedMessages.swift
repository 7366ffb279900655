import Foundation
import GRDB
import SaldoDomain
import SaldoLedger

/// The messages other than declarations of which there may be something to tell: those that are not in force, and
/// allocations and their returns with a code or a finding.
struct NotedMessages {
  /// Their journal numbers as JSON, which SQLite reads as a table.
  private let numbers: String

  /// A condition on `message`: that it is one of these.
  var condition: SQL { "message.entry IN (SELECT value FROM json_each(\(numbers)))" }

  /// Those of a period; nil unless by booking, the only month that these messages have.
  ///
  /// Nearly all of a hundred thousand allocations are in force without a word, and have the same payload: its hash passes
  /// them by, and only the others are taken apart.
  static func fetch(_ period: PeriodClauses, in database: Database) throws -> NotedMessages? {
    guard period.by == .booking, let messages = period.messages else { return nil }
    // Compared one by one: SQLite looks a list up in an index that it makes of it.
    let isSilent = try silentPayloads().map { hash -> SQL in "entry.payloadHash = \(hash)" }.joined(separator: " OR ")
    let query: SQL = """
      SELECT entry.number FROM journalEntry AS entry CROSS JOIN message ON message.entry = entry.number
      WHERE \(messages) AND NOT (\(isSilent))
        AND message.kind <> '323' AND (message.isProcessed = 0 OR message.kind IN ('301', '302'))
      """
    var numbers: [JournalNumber] = []
    try PreparedStatement(query, in: database).forEachRow { numbers.append($0.integer(0)) }
    return NotedMessages(numbers: Ledger.json(numbers))
  }

  /// The hashes of the payloads of allocations that are in force, without codes and findings; the newest release first.
  private static func silentPayloads() throws -> [Data] {
    try Domain.allCases.flatMap { domain in
      try Release.allCases.reversed().map { release in
        let payload = MessagePayload(
          kind: .allocation, domain: domain, release: release, outcome: .inForce, codes: [], lineCount: 0, clients: [],
          lines: [], findings: [], declaredCents: 0, grantedCents: 0, postings: PostingRows().summary, answer: nil)
        return Data(Sealing.digest(try CanonicalJSON.encode(payload)).bytes)
      }
    }
  }
}
