internal import SaldoDomain

/// `reserves.csv`: what municipalities hold in reserve (reserves).
enum ReserveTable {
  static let schema = TableSchema(file: "reserves.csv", required: ["municipality", "year", "amount"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<Reserve> {
    var reader = RowReader(row)
    let municipality = reader.value("municipality", .municipality)
    let year = reader.value("year", .year)
    let amount = reader.value("amount", .yearlyAmount)
    guard let municipality, let year, let amount else { return RowResult(reader) }
    return RowResult(reader, Reserve(municipality: municipality, year: year, amount: amount))
  }
}
