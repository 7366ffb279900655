internal import SaldoDomain

/// Reads the cells of one row and collects what is wrong with them.
struct RowReader {
  let row: TableRow
  private(set) var problems: [RegionProblem] = []

  init(_ row: TableRow) { self.row = row }

  /// Whether every cell that was read so far was right.
  var isSound: Bool { problems.isEmpty }

  /// The value of a cell that must be filled; nil after reporting a problem.
  mutating func value<Value>(_ column: String, _ format: CellFormat<Value>) -> Value? {
    guard row.text(column).isEmpty else { return optional(column, format) }
    report(column, Bilingual(nl: "de cel is leeg", en: "the cell is empty"), format.expected)
    return nil
  }

  /// The value of a cell that may be empty; nil when it is, and after reporting a problem.
  mutating func optional<Value>(_ column: String, _ format: CellFormat<Value>) -> Value? {
    let text = row.text(column)
    guard !text.isEmpty else { return nil }
    switch format.parse(text) {
    case .value(let value):
      return value
    case .wrong(let predicate, let expected):
      let subject = row.quoted(column).map { Bilingual(nl: $0, en: $0) } ?? Bilingual(nl: "de cel", en: "the cell")
      report(
        column,
        Bilingual(nl: "\(subject.dutch) \(predicate.dutch)", en: "\(subject.english) \(predicate.english)"),
        expected ?? format.expected)
      return nil
    }
  }

  /// The value of a cell in which empty and `*` both mean all; nil for all, and after reporting a problem.
  mutating func orAll<Value>(_ column: String, _ format: CellFormat<Value>) -> Value? {
    row.text(column) == "*" ? nil : optional(column, format)
  }

  /// Reports a problem with a cell of the row.
  mutating func report(_ column: String, _ found: Bilingual, _ expected: Bilingual) {
    problems.append(RegionProblem(at: row.place(column), found: found, expected: expected))
  }
}
