import Foundation
import GRDB
import GRDBSQLite
import SaldoDomain

/// A prepared statement whose arguments and columns go by position straight to and from SQLite.
///
/// For what is done once a line: no value is made for an argument, a row or a column. Everything else goes through GRDB,
/// which checks more. Columns and arguments count from 0.
struct PreparedStatement {
  /// GRDB's statement, which is kept for the next use and finalised with its database.
  private let statement: Statement
  private let handle: SQLiteStatement
  /// How many arguments come before the first that is counted: those of the rows before it.
  private var passed = 0

  /// The statement of a text, compiled when it was not used before.
  init(_ sql: String, in database: Database) throws {
    statement = try database.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// The statement of a query with its arguments.
  init(_ query: SQL, in database: Database) throws {
    statement = try database.cachedStatement(literal: query)
    handle = statement.sqliteStatement
  }

  /// The statement with its arguments counted from those of a row, of a statement that inserts several.
  func row(_ row: Int, of columns: Int) -> PreparedStatement {
    var statement = self
    statement.passed = row * columns
    return statement
  }

  private func place(_ position: Int) -> Int32 { Int32(passed + position + 1) }

  /// Sets an argument to an integer.
  func bind(_ value: Int64, at position: Int) { sqlite3_bind_int64(handle, place(position), value) }

  /// Sets an argument to an integer, or to nothing.
  func bind(_ value: Int64?, at position: Int) {
    if let value { bind(value, at: position) } else { sqlite3_bind_null(handle, place(position)) }
  }

  /// Sets an argument to a text.
  func bind(_ value: String, at position: Int) {
    var value = value
    value.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        // An empty text has no address of its own; SQLite takes nothing at no address for a null.
        _ = sqlite3_bind_text(
          handle, place(position), bytes.baseAddress ?? Self.nothing, Int32(bytes.count), Self.copied)
      }
    }
  }

  /// Sets an argument to bytes.
  func bind(_ bytes: some ContiguousBytes, at position: Int) {
    bytes.withUnsafeBytes { bytes in
      _ = sqlite3_bind_blob(handle, place(position), bytes.baseAddress, Int32(bytes.count), Self.copied)
    }
  }

  /// Sets an argument to a text, or to nothing.
  func bind(_ value: String?, at position: Int) {
    if let value { bind(value, at: position) } else { sqlite3_bind_null(handle, place(position)) }
  }

  /// Runs a statement that has no rows, with the arguments that were set; they stay set.
  func run() throws {
    defer { rewind() }
    _ = try step()
  }

  /// Lets go of the arguments that were set: those that are large take memory as long as the ledger is open.
  func clear() { sqlite3_clear_bindings(handle) }

  /// Hands each row to a piece of work, with the arguments that were set; they stay set.
  ///
  /// The row is the statement itself, standing on it.
  func forEachRow(_ work: (PreparedStatement) throws -> Void) throws {
    defer { rewind() }
    while try step() { try work(self) }
  }

  /// What a piece of work makes of the first row; nil when there is none.
  func first<Value>(_ work: (PreparedStatement) throws -> Value) throws -> Value? {
    defer { rewind() }
    return try step() ? try work(self) : nil
  }

  /// Goes to the next row; false after the last.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw error
    }
  }

  /// Goes back to before the first row, with the arguments that were set; the ledger is not read any more.
  func rewind() { sqlite3_reset(handle) }

  /// A column of the current row that is always there.
  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  /// A column of the current row, or nil.
  func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }

  /// A text of the current row that is always there.
  func text(_ column: Int) -> String { optionalText(column) ?? "" }

  /// Bytes of the current row that are always there.
  func bytes(_ column: Int) -> [UInt8] {
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return Array(UnsafeRawBufferPointer(start: sqlite3_column_blob(handle, Int32(column)), count: count))
  }

  /// A text of the current row, or nil.
  func optionalText(_ column: Int) -> String? {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return nil }
    let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column))))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A code of the current row; nil when it is none of these.
  func code<Code>(_ column: Int, _ words: CodeWords<Code>) -> Code? {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return nil }
    return words[UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column))))]
  }

  /// Whether a text of the current row is this one, byte for byte.
  func hasText(_ column: Int, _ text: String) -> Bool {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return false }
    let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column))))
    var text = text
    return text.withUTF8 { $0.count == bytes.count && $0.elementsEqual(bytes) }
  }

  /// A day of the current row that is always there, from its days since 1970.
  func date(_ column: Int) -> CalendarDate { CalendarDate(daysSince1970: sqlite3_column_int(handle, Int32(column))) }

  /// A day of the current row, or nil.
  func optionalDate(_ column: Int) -> CalendarDate? { isNull(column) ? nil : date(column) }

  private func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

  /// The error of the last step, without its text, which quotes data.
  private var error: DatabaseError {
    DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(sqlite3_db_handle(handle))))
  }

  /// An address for a text without bytes.
  private static var nothing: UnsafePointer<CChar>? { UnsafePointer(bitPattern: 1) }
  /// Says that SQLite copies a text that it is given (`SQLITE_TRANSIENT`).
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
