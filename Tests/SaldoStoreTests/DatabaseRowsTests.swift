import GRDB
import Testing

@testable import SaldoStore

/// Rows of one statement are those of a statement each.
struct DatabaseRowsTests {
  @Test(arguments: [0, 1, 15, 16, 17, 31, 32, 100])
  func `every row is there once, with its own arguments`(count: Int) throws {
    let rows = try DatabaseQueue().write { database in
      try database.execute(sql: "CREATE TABLE item (id INTEGER, text TEXT, number INTEGER)")
      try database.insert(count, into: "item (number, text, id)", columns: 3) { position, row in
        row.bind(position % 3 == 0 ? nil : Int64(position * 10), at: 0)
        row.bind(position % 5 == 0 ? nil : position % 5 == 1 ? "" : "text \(position)", at: 1)
        row.bind(Int64(position), at: 2)
      }
      var rows: [String] = []
      try PreparedStatement("SELECT id, text, number FROM item ORDER BY rowid", in: database).forEachRow {
        rows.append("\($0.integer(0)) \($0.optionalText(1) ?? "nil") \($0.optionalInteger(2) ?? -1)")
      }
      return rows
    }
    #expect(
      rows
        == (0..<count).map { position in
          let text = position % 5 == 0 ? "nil" : position % 5 == 1 ? "" : "text \(position)"
          return "\(position) \(text) \(position % 3 == 0 ? -1 : position * 10)"
        })
  }

  @Test(arguments: [3, 20])
  func `a row that is refused is an error`(refused: Int) throws {
    #expect(throws: DatabaseError.self) {
      try DatabaseQueue().write { database in
        try database.execute(sql: "CREATE TABLE item (id INTEGER PRIMARY KEY, number INTEGER NOT NULL)")
        try database.insert(40, into: "item (id, number)", columns: 2) { position, row in
          row.bind(Int64(position), at: 0)
          row.bind(position == refused ? nil : 1, at: 1)
        }
      }
    }
  }
}
