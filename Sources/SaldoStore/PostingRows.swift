import Foundation
import GRDB
import SaldoDomain
import SaldoLedger

/// The rows of the postings of one message, and the canonical bytes that their digest covers.
struct PostingRows {
  private var rows: [Values] = []

  private struct Values {
    let id: Int64
    let line: Int64
    let account: Int64
    let client: Int64
    let amountCents: Int64
    let deliveryMonth: String
    let declarationMonth: String
    let bookingMonth: String
  }

  mutating func append(_ posting: Posting, id: Int64, account: Int64, client: Int64) {
    rows.append(
      Values(
        id: id, line: posting.line.rawValue, account: account, client: client, amountCents: posting.amount.cents,
        deliveryMonth: posting.deliveryMonth.iso, declarationMonth: posting.declarationMonth.iso,
        bookingMonth: posting.bookingMonth.iso))
  }

  /// Puts the rows in the order of their ids, which is the order that a ledger gives them back in.
  mutating func sort() { rows.sort { $0.id < $1.id } }

  func insert(in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO posting
          (id, line, account, client, amountCents, deliveryMonth, declarationMonth, bookingMonth)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for row in rows {
      try statement.execute(arguments: [
        row.id, row.line, row.account, row.client, row.amountCents, row.deliveryMonth, row.declarationMonth,
        row.bookingMonth,
      ])
    }
  }

  /// The number of rows and the digest of their canonical bytes.
  var summary: MessagePayload.PostingSummary {
    MessagePayload.PostingSummary(
      count: rows.count, sha256: Sealing.digest(Data(lines.map { $0 + "\n" }.joined().utf8)).hex)
  }

  /// One text a row, its columns separated by spaces; months and numbers hold none.
  var lines: [String] {
    rows.map { row in
      "\(row.id) \(row.line) \(row.account) \(row.client) \(row.amountCents) \(row.deliveryMonth) "
        + "\(row.declarationMonth) \(row.bookingMonth)"
    }
  }

  /// The rows that a ledger holds for one message, in the order of their ids.
  init(ofMessage number: JournalNumber, in database: Database) throws {
    let cursor = try Row.fetchCursor(
      database, sql: "SELECT * FROM posting WHERE id >= ? AND id < ? ORDER BY id",
      arguments: [number << 21, (number + 1) << 21])
    while let row = try cursor.next() {
      rows.append(
        Values(
          id: row["id"], line: row["line"], account: row["account"], client: row["client"],
          amountCents: row["amountCents"], deliveryMonth: row["deliveryMonth"],
          declarationMonth: row["declarationMonth"], bookingMonth: row["bookingMonth"]))
    }
  }

  init() {}

  /// The sum of the amounts, in euro cents; zero when they balance.
  var sumCents: Int64 { rows.reduce(0) { $0 + $1.amountCents } }
}
