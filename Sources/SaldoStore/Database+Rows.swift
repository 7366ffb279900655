import GRDB

extension Database {
  /// Inserts rows into a table in their order, sixteen with one statement while there are as many.
  ///
  /// A statement opens the table and its indexes and closes them again: a fifth of what a row costs, when each has its
  /// own. When one row is refused, those before it stay (`OR FAIL`): else SQLite would first copy each page that it
  /// changes to a file, to take them back.
  ///
  /// - Parameters:
  ///   - count: How many rows.
  ///   - table: The table and its columns.
  ///   - columns: How many columns these are.
  ///   - bind: Sets the arguments of the row at a position: one a column, counted from 0.
  /// - Throws: `DatabaseError`; the transaction must then be rolled back.
  func insert(
    _ count: Int, into table: String, columns: Int, bind: (Int, PreparedStatement) -> Void
  ) throws {
    let row = "(?\(String(repeating: ", ?", count: columns - 1)))"
    func statement(ofRows rows: Int) throws -> PreparedStatement {
      let others = String(repeating: ", \(row)", count: rows - 1)
      return try PreparedStatement("INSERT OR FAIL INTO \(table) VALUES \(row)\(others)", in: self)
    }
    let inGroups = count - count % Self.rowsOfStatement
    if inGroups > 0 {
      let group = try statement(ofRows: Self.rowsOfStatement)
      for first in stride(from: 0, to: inGroups, by: Self.rowsOfStatement) {
        for row in 0..<Self.rowsOfStatement { bind(first + row, group.row(row, of: columns)) }
        try group.run()
      }
    }
    if inGroups < count {
      let single = try statement(ofRows: 1)
      for position in inGroups..<count {
        bind(position, single)
        try single.run()
      }
    }
  }

  private static let rowsOfStatement = 16
}
