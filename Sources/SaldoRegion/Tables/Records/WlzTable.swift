internal import SaldoDomain

/// `wlz.csv`: from when clients have access to long-term care (Wlz).
enum WlzTable {
  static let schema = TableSchema(file: "wlz.csv", required: ["bsn", "from"], isPersonal: true)

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<WlzAccess> {
    var reader = RowReader(row)
    let bsn = reader.value("bsn", .bsn)
    let from = reader.value("from", .date)
    guard let bsn, let from else { return RowResult(reader) }
    return RowResult(reader, WlzAccess(bsn: bsn, from: from))
  }
}
