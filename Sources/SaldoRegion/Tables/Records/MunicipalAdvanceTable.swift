internal import SaldoDomain

/// `municipal_advances.csv`: what municipalities paid the purchasing municipality in advance (voorschotten van gemeenten).
enum MunicipalAdvanceTable {
  static let schema = TableSchema(file: "municipal_advances.csv", required: ["municipality", "year", "amount"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<MunicipalAdvance> {
    var reader = RowReader(row)
    let municipality = reader.value("municipality", .municipality)
    let year = reader.value("year", .year)
    let amount = reader.value("amount", .yearlyAmount)
    guard let municipality, let year, let amount else { return RowResult(reader) }
    return RowResult(reader, MunicipalAdvance(municipality: municipality, year: year, amount: amount))
  }
}
