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

  /// Checks that as many rows are found as there are with a number, each of the number and the part.
  private func check(_ number: Int64, of part: Int64, in rows: inout AscendingRows) throws {
    var count = 0
    var isFound = try rows.find(number, of: part, with: 7)
    while isFound {
      #expect(rows.row.integer(0) == number && rows.row.integer(1) == part)
      count += 1
      isFound = try rows.next()
    }
    #expect(count == Self.numbers[part, default: []].filter { $0 == number }.count, "\(number) of \(part)")
  }

  @Test(arguments: [Array(0...101), Array((0...101).reversed()), [3, 3, 40, 40, 2, 90, 91, 15], [41, 41, 100, 1]])
  func `each number has its rows, in whatever order they are asked for`(order: [Int64]) throws {
    try withRows { rows in
      for part: Int64 in [1, 2, 3] {
        for number in order { try check(number, of: part, in: &rows) }
      }
      for number in order {
        for part: Int64 in [2, 1] { try check(number, of: part, in: &rows) }
      }
    }
  }

  @Test func `a row that was found is found again while nothing was passed`() throws {
    try withRows { rows in
      var found: [Bool] = []
      for (number, provider): (Int64, Int64) in [(5, 7), (5, 7), (6, 7), (8, 7), (8, 8), (8, 7)] {
        found.append(try rows.find(number, of: 1, with: provider))
      }
      #expect(found == [true, true, false, true, false, true])
    }
  }

  @Test func `what was let go is found anew`() throws {
    try withRows { rows in
      var found = [try rows.find(90, of: 1, with: 7)]
      rows.end()
      found.append(try rows.find(90, of: 1, with: 7))
      found.append(try rows.next())
      #expect(found == [true, true, false])
    }
  }
}
