import Foundation
import GRDB
import SaldoDomain
import SaldoLedger

/// The rows of the postings of one entry, and the canonical bytes that their digest covers.
struct PostingRows {
  private var rows: [Values] = []

  private struct Values {
    let id: Int64
    let line: Int64?
    let account: Int64
    /// The account in words of the standard; what the digest covers instead of the id.
    let accountText: String
    let client: Int64?
    let amountCents: Int64
    let deliveryMonth: String
    let declarationMonth: String
    let bookingMonth: String
  }

  mutating func append(_ posting: Posting, id: Int64, account: Int64, client: Int64?) {
    rows.append(
      Values(
        id: id, line: posting.line?.rawValue, account: account, accountText: Self.text(of: posting.account),
        client: client, amountCents: posting.amount.cents, deliveryMonth: posting.deliveryMonth.iso,
        declarationMonth: posting.declarationMonth.iso,
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

  /// One text a row, its columns separated by a character that XML and region folders forbid.
  var lines: [String] {
    func text(_ id: Int64?) -> String { id.map { "\($0)" } ?? "" }
    return rows.map { row in
      [
        "\(row.id)", text(row.line), row.accountText, text(row.client), "\(row.amountCents)", row.deliveryMonth,
        row.declarationMonth, row.bookingMonth,
      ].joined(separator: Self.separator)
    }
  }

  private static let separator = "\u{1F}"

  private static func text(of account: Account) -> String {
    [
      account.kind.rawValue, account.domain.rawValue, account.municipality.description, account.provider.description,
      account.product?.category.rawValue ?? "", account.product?.code.string ?? "", account.agreement ?? "",
    ].joined(separator: separator)
  }

  /// The rows that a ledger holds for one entry, in the order of their ids.
  init(ofEntry number: JournalNumber, in database: Database) throws {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT posting.*, account.kind, municipality.domain, municipality.code AS municipalityCode,
          provider.code AS providerCode, account.category,
          account.code AS productCode, account.agreement
        FROM posting JOIN account ON account.id = posting.account
        JOIN municipality ON municipality.id = account.municipality JOIN provider ON provider.id = account.provider
        WHERE posting.id >= ? AND posting.id < ? ORDER BY posting.id
        """,
      arguments: [number << 21, (number + 1) << 21])
    while let row = try cursor.next() {
      let columns = ["kind", "domain", "municipalityCode", "providerCode", "category", "productCode", "agreement"]
      rows.append(
        Values(
          id: row["id"], line: row["line"], account: row["account"],
          accountText: columns.map { row[$0] as String }.joined(separator: Self.separator), client: row["client"],
          amountCents: row["amountCents"], deliveryMonth: row["deliveryMonth"],
          declarationMonth: row["declarationMonth"], bookingMonth: row["bookingMonth"]))
    }
  }

  init() {}

  /// The sum of the amounts, in euro cents; zero when they balance.
  var sumCents: Int64 { rows.reduce(0) { $0 + $1.amountCents } }
}
