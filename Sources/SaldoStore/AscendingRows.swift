/// Reads the rows of a part of an index by their number, for numbers that are asked for in ascending order.
///
/// What is asked for next is mostly near: to step over a few rows costs less than to find one from the root of the index. So
/// the statement stays where it is from one number to the next, and starts again only when the number is far, or not after
/// the one before. ``end()`` lets it go.
struct AscendingRows {
  private let statement: PreparedStatement
  /// The part that the statement stands in.
  private var part: (municipality: Int64, provider: Int64)?
  /// The number of the row that it stands on; that of no row after the last.
  private var number = Int64.min
  /// From which number on no row was passed.
  private var passed = Int64.min

  /// Rows of a statement in ascending order of the number, which is their first column; its first arguments are the
  /// municipality, the provider and the lowest number.
  init(_ statement: PreparedStatement) { self.statement = statement }

  /// The row that it stands on.
  var row: PreparedStatement { statement }

  /// Goes to the first row with a number; false when there is none.
  mutating func find(_ sought: Int64, of municipality: Int64, with provider: Int64) throws -> Bool {
    if let part, part == (municipality, provider), sought >= passed {
      var steps = 0
      while number < sought, steps < Self.farthest {
        try step()
        steps += 1
      }
    } else {
      part = nil
    }
    if part == nil || number < sought {
      statement.rewind()
      statement.bind(municipality, at: 0)
      statement.bind(provider, at: 1)
      statement.bind(sought, at: 2)
      part = (municipality, provider)
      try step()
    }
    passed = sought
    return number == sought
  }

  /// Goes to the next row with the same number; false when there is none.
  mutating func next() throws -> Bool {
    let current = number
    passed = current + 1
    try step()
    return number == current
  }

  /// Lets the statement go.
  mutating func end() {
    statement.rewind()
    part = nil
  }

  private mutating func step() throws {
    number = try statement.step() ? statement.integer(0) : .max
  }

  /// How many rows are stepped over before a number counts as far.
  private static let farthest = 4
}
