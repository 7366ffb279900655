import Crypto
import Foundation
import GRDB
import SaldoDomain
import SaldoLedger

/// The postings of one entry as a ledger keeps them, and the canonical bytes that their digest covers.
///
/// A message books the two sides of a line, which are one row; a day as many sides as it needs, each a row. The canonical
/// bytes are one line a side.
struct PostingRows: Sendable {
  private var rows: [Values] = []
  /// The accounts, in the order in which they were met; none of rows that a ledger holds.
  private(set) var accounts: [Account] = []
  /// The accounts in words of the standard, in UTF-8; what the digest covers instead of their ids.
  private var accountTexts: [[UInt8]] = []
  /// The places of the accounts.
  private var places: [Account: Int32] = [:]

  // A message has as many as lines: small values stand where they fill up what the large ones leave.
  private struct Values: Sendable {
    /// The number of the first side.
    let id: Int64
    /// The amount of the first side; the second has its opposite.
    let amountCents: Int64
    let line: Int64?
    /// The place of the account.
    let account: Int32
    let client: Int64?
    /// The place of the account of the second side; nil when there is none.
    let counterAccount: Int32?
    let isSetApart: Bool
    let months: Months
  }

  fileprivate struct Months: Hashable, Sendable {
    let delivery: CalendarMonth
    let declaration: CalendarMonth
    let booking: CalendarMonth
  }

  init() {}

  /// The rows of the lines of a declaration, in the order of their numbers, which is the order that a ledger gives them back
  /// in.
  ///
  /// - Parameters:
  ///   - clients: The ids of the clients of the declaration, in its order.
  ///   - setApart: The positions of the lines that were set apart.
  init(_ postings: LinePostings, of declaration: DeclarationMessage, clients: [Int64], setApart: Set<Int>) {
    accounts = postings.accounts
    accountTexts = accounts.map(Self.text)
    rows = postings.lines.map { line in
      Values(
        id: line.id.rawValue << 1, amountCents: line.amount.cents, line: line.id.rawValue, account: line.cost,
        client: clients[declaration.lines[line.id.position].client], counterAccount: line.debt,
        isSetApart: !setApart.isEmpty && setApart.contains(line.id.position),
        months: Months(
          delivery: line.deliveryMonth, declaration: postings.declarationMonth, booking: postings.bookingMonth))
    }
    rows.sort { $0.id < $1.id }
  }

  /// Appends one side, with its number.
  mutating func append(_ posting: Posting, id: Int64) {
    rows.append(
      Values(
        id: id, amountCents: posting.amount.cents, line: posting.line?.rawValue, account: place(of: posting.account),
        client: nil, counterAccount: nil, isSetApart: false,
        months: Months(
          delivery: posting.deliveryMonth, declaration: posting.declarationMonth, booking: posting.bookingMonth)))
  }

  private mutating func place(of account: Account) -> Int32 {
    if let place = places[account] { return place }
    let place = Int32(accounts.count)
    accounts.append(account)
    accountTexts.append(Self.text(of: account))
    places[account] = place
    return place
  }

  /// Inserts the postings of a message, a row a line.
  ///
  /// - Parameter ids: Those of ``accounts``.
  func insertPairs(under ids: [Int64], in database: Database) throws {
    let table = """
      linePosting
        (line, costAccount, debtAccount, client, amountCents, deliveryMonth, declarationMonth, bookingMonth)
      """
    try database.insert(rows.count, into: table, columns: 8) { position, statement in
      let row = rows[position]
      statement.bind(row.line, at: 0)
      statement.bind(ids[Int(row.account)], at: 1)
      statement.bind(row.counterAccount.map { ids[Int($0)] }, at: 2)
      statement.bind(row.client, at: 3)
      statement.bind(row.amountCents, at: 4)
      statement.bind(row.months.delivery.column, at: 5)
      statement.bind(row.months.declaration.column, at: 6)
      statement.bind(row.months.booking.column, at: 7)
    }
  }

  /// Inserts the postings of a day, a row a side.
  ///
  /// - Parameter ids: Those of ``accounts``.
  func insertSides(under ids: [Int64], in database: Database) throws {
    let statement = try PreparedStatement(
      """
      INSERT INTO dayPosting (id, account, amountCents, deliveryMonth, declarationMonth, bookingMonth)
      VALUES (?, ?, ?, ?, ?, ?)
      """, in: database)
    for row in rows {
      statement.bind(row.id, at: 0)
      statement.bind(ids[Int(row.account)], at: 1)
      statement.bind(row.amountCents, at: 2)
      statement.bind(row.months.delivery.column, at: 3)
      statement.bind(row.months.declaration.column, at: 4)
      statement.bind(row.months.booking.column, at: 5)
      try statement.run()
    }
  }

  /// What is posted on one account in one set of months (boekingssom).
  struct Sum: Sendable {
    /// What rows are summed by.
    fileprivate struct Key: Hashable, Sendable {
      /// The place of the account.
      let account: Int32
      let months: Months
      let isSetApart: Bool
    }

    fileprivate let key: Key
    fileprivate var lines: Int64 = 0
    fileprivate var cents: Int64 = 0
  }

  /// The sums of the rows, in the order in which they were met.
  var sums: [Sum] {
    var sums: [Sum] = []
    var places: [Sum.Key: Int] = [:]
    // By account, where its last row was added: most lines are of the same months.
    var last: [Int?] = Array(repeating: nil, count: accountTexts.count)
    func add(_ row: Values, _ account: Int32, _ cents: Int64) {
      let key = Sum.Key(account: account, months: row.months, isSetApart: row.isSetApart)
      let place: Int
      if let lastPlace = last[Int(account)], sums[lastPlace].key == key {
        place = lastPlace
      } else {
        place = places[key] ?? sums.count
        last[Int(account)] = place
        if place == sums.count {
          places[key] = place
          sums.append(Sum(key: key))
        }
      }
      sums[place].lines += row.line == nil ? 0 : 1
      sums[place].cents += cents
    }
    for row in rows {
      add(row, row.account, row.amountCents)
      if let counterAccount = row.counterAccount { add(row, counterAccount, -row.amountCents) }
    }
    return sums
  }

  /// Inserts the sums of the postings of a message or day.
  ///
  /// - Parameters:
  ///   - entry: The entry that numbers the postings.
  ///   - ids: Those of ``accounts``.
  static func insert(_ sums: [Sum], of entry: JournalNumber, under ids: [Int64], in database: Database) throws {
    let statement = try PreparedStatement("INSERT INTO postingSum VALUES (?, ?, ?, ?, ?, ?, ?, ?)", in: database)
    statement.bind(entry, at: 0)
    for sum in sums {
      statement.bind(ids[Int(sum.key.account)], at: 1)
      statement.bind(sum.key.months.delivery.iso, at: 2)
      statement.bind(sum.key.months.declaration.iso, at: 3)
      statement.bind(sum.key.months.booking.iso, at: 4)
      statement.bind(sum.key.isSetApart ? 1 : 0, at: 5)
      statement.bind(sum.lines, at: 6)
      statement.bind(sum.cents, at: 7)
      try statement.run()
    }
  }

  /// The number of postings and the digest of their canonical bytes.
  var summary: MessagePayload.PostingSummary {
    var hash = SHA256()
    forEachPart { hash.update(data: $0) }
    return MessagePayload.PostingSummary(
      count: rows.reduce(0) { $0 + ($1.counterAccount == nil ? 1 : 2) },
      sha256: SaldoLedger.Digest(bytes: Array(hash.finalize()))!.hex)
  }

  /// One text a posting, its columns separated by a character that XML and region folders forbid.
  var lines: [String] {
    var bytes: [UInt8] = []
    forEachPart { bytes += $0 }
    return bytes.split(separator: Self.lineEnd).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Hands over the canonical bytes of the postings, one a line, each with its line end; part by part, because those of a
  /// large message take more memory than the rows.
  private func forEachPart(_ take: ([UInt8]) -> Void) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.partSize + 1024)
    // Months come in long runs of the same.
    var months: Months?
    var monthsText: [UInt8] = []
    let longestAccount = accountTexts.lazy.map(\.count).max() ?? 0
    BackwardText.withRoom(for: 2 * (longestAccount + Self.longestOfOthers)) { text in
      func prepend(_ id: Int64, _ account: Int32, _ cents: Int64, of row: Values) {
        text.prepend(Self.lineEnd)
        text.prepend(monthsText)
        text.prepend(Self.separator)
        text.prepend(decimal: cents)
        text.prepend(Self.separator)
        if let client = row.client { text.prepend(decimal: client) }
        text.prepend(Self.separator)
        text.prepend(accountTexts[Int(account)])
        text.prepend(Self.separator)
        if let line = row.line { text.prepend(decimal: line) }
        text.prepend(Self.separator)
        text.prepend(decimal: id)
      }
      for row in rows {
        if months != row.months {
          months = row.months
          monthsText = Self.text([row.months.delivery.iso, row.months.declaration.iso, row.months.booking.iso])
        }
        if let counterAccount = row.counterAccount { prepend(row.id | 1, counterAccount, -row.amountCents, of: row) }
        prepend(row.id, row.account, row.amountCents, of: row)
        text.move(to: &bytes)
        if bytes.count >= Self.partSize {
          take(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
      }
    }
    take(bytes)
  }

  /// Four numbers of at most 20 characters, three months of at most ten, and what separates all columns.
  private static let longestOfOthers = 128

  private static let partSize = 64 << 10

  private static let separator: UInt8 = 0x1F
  private static let lineEnd = UInt8(ascii: "\n")

  private static func text(of account: Account) -> [UInt8] {
    text([
      account.kind.rawValue, account.domain.rawValue, account.municipality.description, account.provider.description,
      account.product?.category.rawValue ?? "", account.product?.code.string ?? "", account.agreement ?? "",
    ])
  }

  private static func text(_ columns: [String]) -> [UInt8] { Array(columns.joined(separator: "\u{1F}").utf8) }

  /// The rows that a ledger holds for one entry, in the order of their numbers.
  ///
  /// - Throws: ``LedgerError/damaged(entry:)`` when one has no month, no account or no amount that can be owed.
  init(ofEntry number: JournalNumber, in database: Database) throws {
    let isPairwise = try !database.tableExists("posting")
    let statement = try PreparedStatement(isPairwise ? Self.ofEntry : Self.ofEntryBeforePairs, in: database)
    statement.bind(number, at: 0)
    var placesByID: [Int64: Int32] = [:]
    try statement.forEachRow { row in
      func month(_ column: Int) throws -> CalendarMonth {
        guard let month = CalendarMonth(column: row.integer(column)) else { throw LedgerError.damaged(entry: number) }
        return month
      }
      func amount(_ column: Int) throws -> Int64 {
        // The lowest integer has no opposite.
        guard row.integer(column) != .min else { throw LedgerError.damaged(entry: number) }
        return row.integer(column)
      }
      func account(_ id: Int64) throws -> Int32 {
        if let place = placesByID[id] { return place }
        let place = Int32(accountTexts.count)
        accountTexts.append(try Self.accountText(id, number, in: database))
        placesByID[id] = place
        return place
      }
      rows.append(
        Values(
          id: row.integer(0), amountCents: try amount(5), line: row.optionalInteger(1),
          account: try account(row.integer(2)), client: row.optionalInteger(4),
          counterAccount: try row.optionalInteger(3).map(account), isSetApart: false,
          months: Months(delivery: try month(6), declaration: try month(7), booking: try month(8))))
    }
  }

  /// Not from the view, which has no key by which SQLite finds those of an entry.
  private static let ofEntry = """
    SELECT line << 1, line, costAccount, debtAccount, client, amountCents, deliveryMonth, declarationMonth, bookingMonth
    FROM linePosting WHERE line >= ?1 << 20 AND line < (?1 + 1) << 20
    UNION ALL
    SELECT id, NULL, account, NULL, NULL, amountCents, deliveryMonth, declarationMonth, bookingMonth
    FROM dayPosting WHERE id >= ?1 << 21 AND id < (?1 + 1) << 21
    ORDER BY 1
    """

  private static let ofEntryBeforePairs = """
    SELECT id, line, account, NULL, client, amountCents, \(Schema.numberOfMonth("deliveryMonth")),
      \(Schema.numberOfMonth("declarationMonth")), \(Schema.numberOfMonth("bookingMonth"))
    FROM posting WHERE id >= ?1 << 21 AND id < (?1 + 1) << 21 ORDER BY id
    """

  private static func accountText(
    _ id: Int64, _ entry: JournalNumber, in database: Database
  ) throws -> [UInt8] {
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

  /// The sum of the amounts, in euro cents; zero when they balance, as the two sides of a line always do.
  var sumCents: Int64 { rows.reduce(0) { $0 + ($1.counterAccount == nil ? $1.amountCents : 0) } }
}
