internal import SaldoDomain

/// `ceiling_matrix.csv`: the heights of ceilings by the factors of child and family system (matrix).
enum CeilingMatrixTable {
  static let cellColumns = ["child_nature", "child_severity", "system_nature", "system_severity"]
  static let schema = TableSchema(file: "ceiling_matrix.csv", required: cellColumns + ["height", "valid_from"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<CeilingMatrixRow> {
    var reader = RowReader(row)
    for column in cellColumns where row.text(column).isEmpty { _ = reader.value(column, factor) }
    let cell = cell(reading: &reader)
    let height = reader.value("height", .ceiling)
    let from = reader.value("valid_from", .date)
    guard let cell, let height, let from else { return RowResult(reader) }
    return RowResult(reader, CeilingMatrixRow(cell: cell, height: height, validFrom: from))
  }

  /// The cell that a row names; nil when its four columns are empty, and after reporting that some are.
  static func cell(reading reader: inout RowReader) -> CeilingCell? {
    let filled = cellColumns.filter { !reader.row.text($0).isEmpty }
    guard !filled.isEmpty else { return nil }
    let values = cellColumns.map { reader.value($0, factor) }
    guard let childNature = values[0], let childSeverity = values[1], let systemNature = values[2],
      let systemSeverity = values[3]
    else { return nil }
    return CeilingCell(
      childNature: childNature, childSeverity: childSeverity, systemNature: systemNature,
      systemSeverity: systemSeverity)
  }

  private static var factor: CellFormat<String> {
    .name(Bilingual(nl: "een waarde van de matrix", en: "a value of the matrix"))
  }
}
