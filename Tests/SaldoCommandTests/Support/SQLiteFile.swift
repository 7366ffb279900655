import Foundation

/// A database that another program made: `CREATE TABLE a(b)`, as the command-line shell of SQLite writes it.
enum SQLiteFile {
  /// Its bytes: the header of the file and the one page of its schema (SQLite, "Database File Format", 1.3 and 1.6).
  static func ofAnotherProgram() throws -> Data {
    let schema = Array("tableaa".utf8) + [2] + Array("CREATE TABLE a(b)".utf8)
    // Five columns of one row: type, name, table name, root page, statement; text of n bytes has type 13 + 2n.
    let types: [UInt8] = [6, 13 + 2 * 5, 13 + 2, 13 + 2, 1, 13 + 2 * 17]
    let record = types + schema
    let cell = [UInt8(record.count), 1] + record
    let start = 4096 - cell.count
    var bytes = [UInt8](repeating: 0, count: 8192)
    bytes.replaceSubrange(0..<16, with: Array("SQLite format 3\0".utf8))
    for (offset, value) in [
      (16, 0x10), (18, 1), (19, 1), (21, 64), (22, 32), (23, 32), (27, 2), (31, 2), (43, 1), (47, 4), (59, 1), (95, 2),
      (100, 13), (104, 1), (105, start >> 8), (106, start & 0xFF), (108, start >> 8), (109, start & 0xFF),
      (4096, 13), (4101, 0x10),
    ] { bytes[offset] = UInt8(value) }
    bytes.replaceSubrange(start..<4096, with: cell)
    return Data(bytes)
  }
}
