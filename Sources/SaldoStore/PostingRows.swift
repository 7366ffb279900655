import Crypto
import Foundation
import GRDB
import SaldoDomain
import SaldoLedger

/// The rows of the postings of one entry, and the canonical bytes that their digest covers.
struct PostingRows {
  private var rows: [Values] = []
  /// The accounts of the rows.
  private var accounts: [RowAccount] = []
  /// The places of the accounts that are met again and again, by their ids.
  private var places: [Int64: Int] = [:]

  private struct Values {
    let id: Int64
    let line: Int64?
    /// The place of the account.
    let account: Int
    let client: Int64?
    let isSetApart: Bool
    let amountCents: Int64
    let deliveryMonth: CalendarMonth
    let declarationMonth: CalendarMonth
    let bookingMonth: CalendarMonth
  }

  private struct RowAccount {
    let id: Int64
    /// The account in words of the standard; what the digest covers instead of the id.
    let text: String
  }

  init() {}

  mutating func append(_ posting: Posting, id: Int64, account: Int64, client: Int64?, isSetApart: Bool = false) {
    rows.append(
      Values(
        id: id, line: posting.line?.rawValue, account: place(of: account, Self.text(of: posting.account)),
        client: client, isSetApart: isSetApart, amountCents: posting.amount.cents, deliveryMonth: posting.deliveryMonth,
        declarationMonth: posting.declarationMonth, bookingMonth: posting.bookingMonth))
  }

  /// The place of an account; rows that are only compared have accounts without an id, which get a place each.
  private mutating func place(of id: Int64, _ text: @autoclosure () throws -> String) rethrows -> Int {
    if let place = places[id] { return place }
    accounts.append(RowAccount(id: id, text: try text()))
    if id != 0 { places[id] = accounts.count - 1 }
    return accounts.count - 1
  }

  /// Puts the rows in the order of their ids, which is the order that a ledger gives them back in.
  mutating func sort() { rows.sort { $0.id < $1.id } }

  /// Inserts the postings of lines, both sides of each in one row, and their sums under the entry that numbers them.
  func insertPairs(in database: Database) throws {
    let statement = try PreparedStatement(
      """
      INSERT INTO linePosting
        (line, costAccount, debtAccount, client, amountCents, deliveryMonth, declarationMonth, bookingMonth)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    for place in stride(from: 0, to: rows.count, by: 2) {
      let (cost, debt) = (rows[place], rows[place + 1])
      precondition(
        cost.line == debt.line && cost.amountCents == -debt.amountCents, "a line books an amount and its opposite")
      statement.bind(cost.line, at: 0)
      statement.bind(accounts[cost.account].id, at: 1)
      statement.bind(accounts[debt.account].id, at: 2)
      statement.bind(cost.client, at: 3)
      statement.bind(cost.amountCents, at: 4)
      statement.bind(cost.deliveryMonth.column, at: 5)
      statement.bind(cost.declarationMonth.column, at: 6)
      statement.bind(cost.bookingMonth.column, at: 7)
      try statement.run()
    }
    try insertSums(in: database)
  }

  /// Inserts the postings of a day, and their sums under its entry.
  func insertSides(in database: Database) throws {
    let statement = try PreparedStatement(
      """
      INSERT INTO dayPosting (id, account, amountCents, deliveryMonth, declarationMonth, bookingMonth)
      VALUES (?, ?, ?, ?, ?, ?)
      """, in: database)
    for row in rows {
      statement.bind(row.id, at: 0)
      statement.bind(accounts[row.account].id, at: 1)
      statement.bind(row.amountCents, at: 2)
      statement.bind(row.deliveryMonth.column, at: 3)
      statement.bind(row.declarationMonth.column, at: 4)
      statement.bind(row.bookingMonth.column, at: 5)
      try statement.run()
    }
    try insertSums(in: database)
  }

  /// What rows are summed by.
  private struct SumKey: Hashable {
    let entry: Int64
    let account: Int
    let deliveryMonth: CalendarMonth
    let declarationMonth: CalendarMonth
    let bookingMonth: CalendarMonth
    let isSetApart: Bool
  }

  private func insertSums(in database: Database) throws {
    var sums: [SumKey: (lines: Int64, cents: Int64)] = [:]
    for row in rows {
      let key = SumKey(
        entry: row.id >> 21, account: row.account, deliveryMonth: row.deliveryMonth,
        declarationMonth: row.declarationMonth, bookingMonth: row.bookingMonth, isSetApart: row.isSetApart)
      sums[key, default: (0, 0)].lines += row.line == nil ? 0 : 1
      sums[key, default: (0, 0)].cents += row.amountCents
    }
    for (key, sum) in sums {
      try database.executeCached(
        sql: "INSERT INTO postingSum VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          key.entry, accounts[key.account].id, key.deliveryMonth.iso, key.declarationMonth.iso, key.bookingMonth.iso,
          key.isSetApart, sum.lines, sum.cents,
        ])
    }
  }

  /// The number of rows and the digest of their canonical bytes.
  var summary: MessagePayload.PostingSummary {
    var hash = SHA256()
    forEachPart { hash.update(data: $0) }
    return MessagePayload.PostingSummary(
      count: rows.count, sha256: SaldoLedger.Digest(bytes: Array(hash.finalize()))!.hex)
  }

  /// One text a row, its columns separated by a character that XML and region folders forbid.
  var lines: [String] {
    var bytes: [UInt8] = []
    forEachPart { bytes += $0 }
    return bytes.split(separator: Self.lineEnd).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Hands over the canonical bytes of the rows, one a line, each with its line end; part by part, because those of a large
  /// message take more memory than the rows.
  private func forEachPart(_ take: ([UInt8]) -> Void) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.partSize + 1024)
    var months = MonthTexts()
    func append(_ number: Int64?, to bytes: inout [UInt8]) {
      if let number { Self.append(number, to: &bytes) }
      bytes.append(Self.separator)
    }
    for row in rows {
      append(row.id, to: &bytes)
      append(row.line, to: &bytes)
      bytes.append(contentsOf: accounts[row.account].text.utf8)
      bytes.append(Self.separator)
      append(row.client, to: &bytes)
      append(row.amountCents, to: &bytes)
      bytes.append(contentsOf: months[row.deliveryMonth].utf8)
      bytes.append(Self.separator)
      bytes.append(contentsOf: months[row.declarationMonth].utf8)
      bytes.append(Self.separator)
      bytes.append(contentsOf: months[row.bookingMonth].utf8)
      bytes.append(Self.lineEnd)
      if bytes.count >= Self.partSize {
        take(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    take(bytes)
  }

  /// Appends a number in decimal digits, without a text for each.
  private static func append(_ number: Int64, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let first = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[first...].reverse()
  }

  private static let partSize = 64 << 10

  private static let separator: UInt8 = 0x1F
  private static let lineEnd = UInt8(ascii: "\n")

  private static func text(of account: Account) -> String {
    text([
      account.kind.rawValue, account.domain.rawValue, account.municipality.description, account.provider.description,
      account.product?.category.rawValue ?? "", account.product?.code.string ?? "", account.agreement ?? "",
    ])
  }

  private static func text(_ columns: [String]) -> String { columns.joined(separator: "\u{1F}") }

  /// The rows that a ledger holds for one entry, in the order of their ids.
  init(ofEntry number: JournalNumber, in database: Database) throws {
    let isPairwise = try !database.tableExists("posting")
    let statement = try PreparedStatement(isPairwise ? Self.ofPairs : Self.ofOlderFormat, in: database)
    statement.bind(number, at: 0)
    try statement.forEachRow { row in
      func month(_ column: Int) throws -> CalendarMonth {
        guard let month = CalendarMonth(column: row.integer(column)) else { throw LedgerError.damaged(entry: number) }
        return month
      }
      rows.append(
        Values(
          id: row.integer(0), line: row.optionalInteger(1),
          account: try place(of: row.integer(2), Self.accountText(row.integer(2), number, in: database)),
          client: row.optionalInteger(3), isSetApart: false, amountCents: row.integer(4), deliveryMonth: try month(5),
          declarationMonth: try month(6), bookingMonth: try month(7)))
    }
  }

  private static let months = "deliveryMonth, declarationMonth, bookingMonth"

  /// The view of all postings has no key by which SQLite finds those of an entry.
  private static let ofPairs = """
    SELECT line << 1 AS id, line, costAccount, client, amountCents, \(months)
    FROM linePosting WHERE line >= ?1 << 20 AND line < (?1 + 1) << 20
    UNION ALL
    SELECT line << 1 | 1, line, debtAccount, client, -amountCents, \(months)
    FROM linePosting WHERE line >= ?1 << 20 AND line < (?1 + 1) << 20
    UNION ALL
    SELECT id, NULL, account, NULL, amountCents, \(months)
    FROM dayPosting WHERE id >= ?1 << 21 AND id < (?1 + 1) << 21
    ORDER BY 1
    """

  private static let ofOlderFormat = """
    SELECT id, line, account, client, amountCents, \(Schema.numberOfMonth("deliveryMonth")),
      \(Schema.numberOfMonth("declarationMonth")), \(Schema.numberOfMonth("bookingMonth"))
    FROM posting WHERE id >= ?1 << 21 AND id < (?1 + 1) << 21 ORDER BY id
    """

  private static func accountText(
    _ id: Int64, _ entry: JournalNumber, in database: Database
  ) throws -> String {
    let statement = try PreparedStatement(
      """
      SELECT account.kind, municipality.domain, municipality.code, provider.code, account.category, account.code,
        account.agreement
      FROM account JOIN municipality ON municipality.id = account.municipality
      JOIN provider ON provider.id = account.provider WHERE account.id = ?
      """, in: database)
    statement.bind(id, at: 0)
    guard let text = try statement.first({ row in text((0..<7).map(row.text)) }) else {
      throw LedgerError.damaged(entry: entry)
    }
    return text
  }

  /// The sum of the amounts, in euro cents; zero when they balance.
  var sumCents: Int64 { rows.reduce(0) { $0 + $1.amountCents } }
}

/// The texts of months, each made once.
private struct MonthTexts {
  private var texts: [CalendarMonth: String] = [:]

  subscript(_ month: CalendarMonth) -> String {
    mutating get {
      if let text = texts[month] { return text }
      texts[month] = month.iso
      return month.iso
    }
  }
}
