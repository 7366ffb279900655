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
