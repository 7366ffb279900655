import GRDB
import Testing

@testable import SaldoStore

/// Rows that are read on from where the statement stands are those that a search from the root finds.
struct AscendingRowsTests {
  /// Numbers of two parts, some of them more than once, with gaps of one and of more than is stepped over.
  private static let numbers: [Int64: [Int64]] = [
    1: [2, 3, 3, 5, 8, 9, 10, 11, 12, 13, 14, 15, 40, 40, 40, 41, 90], 2: [1, 3, 41, 100],
  ]

  private func withRows(_ work: (inout AscendingRows) throws -> Void) throws {
    try DatabaseQueue().write { database in
      try database.execute(sql: "CREATE TABLE item (number INTEGER, municipality INTEGER, provider INTEGER)")
      try database.execute(sql: "CREATE INDEX itemByNumber ON item (municipality, provider, number)")
      for (part, numbers) in Self.numbers {
        for number in numbers {
          try database.execute(
            sql: "INSERT INTO item (number, municipality, provider) VALUES (?, ?, 7)", arguments: [number, part])
        }
      }
      var rows = AscendingRows(
        try PreparedStatement(
          """
          SELECT number, municipality FROM item
          WHERE municipality = ? AND provider = ? AND number >= ? ORDER BY number
          """, in: database))
      defer { rows.end() }
      try work(&rows)
    }
  }

  /// How many rows there are with a number, as the rows tell; each must be of the number and the part.
  private func count(_ number: Int64, of part: Int64, in rows: inout AscendingRows) throws -> Int {
    var count = 0
    var isFound = try rows.find(number, of: part, with: 7)
    while isFound {
      #expect(rows.row.integer(0) == number && rows.row.integer(1) == part)
      count += 1
      isFound = try rows.next()
    }
    return count
  }

  private func expected(_ number: Int64, of part: Int64) -> Int {
    Self.numbers[part, default: []].filter { $0 == number }.count
  }

  @Test(arguments: [Array(0...101), Array((0...101).reversed()), [3, 3, 40, 40, 2, 90, 91, 15], [41, 41, 100, 1]])
  func `each number has its rows, in whatever order they are asked for`(order: [Int64]) throws {
    try withRows { rows in
      for part: Int64 in [1, 2, 3] {
        for number in order { #expect(try count(number, of: part, in: &rows) == expected(number, of: part)) }
      }
      for number in order {
        for part: Int64 in [2, 1] { #expect(try count(number, of: part, in: &rows) == expected(number, of: part)) }
      }
    }
  }

  @Test func `a row that was found is found again while nothing was passed`() throws {
    try withRows { rows in
      for _ in 1...2 {
        #expect(try rows.find(5, of: 1, with: 7))
        #expect(rows.row.integer(0) == 5)
      }
      #expect(try !rows.find(6, of: 1, with: 7))
      #expect(try rows.find(8, of: 1, with: 7))
      #expect(try !rows.find(8, of: 1, with: 8))
    }
  }

  @Test func `what was let go is found anew`() throws {
    try withRows { rows in
      #expect(try rows.find(90, of: 1, with: 7))
      rows.end()
      #expect(try rows.find(90, of: 1, with: 7))
      #expect(try !rows.next())
    }
  }
}
