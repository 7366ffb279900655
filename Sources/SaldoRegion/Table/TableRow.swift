internal import SaldoDomain

/// One row of a table, of which cells are read by the name of their column.
struct TableRow: Sendable {
  let schema: TableSchema
  let columns: [String: Int]
  let line: TableLine

  /// The row number as a spreadsheet shows it.
  var number: Int { line.number }

  /// The text of a cell; empty when it has none or when its column was left out.
  func text(_ column: String) -> String { columns[column].map { line.cells[$0] } ?? "" }

  /// The place of a cell, or of the row.
  func place(_ column: String? = nil) -> RegionPlace {
    RegionPlace(file: schema.file, row: number, column: column)
  }

  /// The text of a cell as an error may show it; nil when it could be personal data.
  func quoted(_ column: String) -> String? {
    let text = text(column)
    guard schema.isPersonal else { return QuotedText.quote(text) }
    let isDate = DateText.hasShape(text)
    return column == "bsn" || text.count(where: \.isNumber) >= 8 && !isDate ? nil : QuotedText.quote(text)
  }
}

/// A value with the row that it stands in.
struct Located<Value: Sendable>: Sendable {
  let value: Value
  let row: TableRow
}

/// How the text of a cell becomes a value.
struct CellFormat<Value> {
  /// What a cell of this format holds, for errors.
  let expected: Bilingual
  /// The value, or what is wrong, as a predicate about the cell: `is geen bedrag`.
  let parse: (String) -> ParsedCell<Value>
}

/// What became of the text of a cell.
enum ParsedCell<Value> {
  case value(Value)
  /// What is wrong, as a predicate about the cell, and a better description of what was expected, if any.
  case wrong(Bilingual, expected: Bilingual? = nil)
}

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
