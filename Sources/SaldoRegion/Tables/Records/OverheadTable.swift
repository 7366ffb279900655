internal import SaldoDomain

/// `overheads.csv`: what the purchaser itself costs (uitvoeringskosten).
enum OverheadTable {
  static let schema = TableSchema(file: "overheads.csv", required: ["name", "year", "amount", "key"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<Overhead> {
    var reader = RowReader(row)
    let name = reader.value("name", .name(Bilingual(nl: "de naam van de kosten", en: "the name of the cost")))
    let year = reader.value("year", .year)
    let amount = reader.value("amount", .yearlyAmount)
    let key = reader.value("key", .keyName)
    guard let name, let year, let amount, let key else { return RowResult(reader) }
    return RowResult(reader, Overhead(name: name, year: year, amount: amount, key: key))
  }
}
