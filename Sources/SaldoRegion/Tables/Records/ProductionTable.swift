internal import SaldoDomain

/// `production.csv`: care that was delivered under a lump sum, as far as the region keeps it (productie).
enum ProductionTable {
  static let schema = TableSchema(
    file: "production.csv", required: ["municipality", "provider", "bsn", "category", "code", "month"],
    optional: ["volume"], isPersonal: true)

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<ProductionRow> {
    var reader = RowReader(row)
    let municipality = reader.value("municipality", .municipality)
    let provider = reader.value("provider", .provider)
    let bsn = reader.value("bsn", .bsn)
    let category = reader.value("category", .category)
    let code = reader.value("code", .productCode)
    let month = reader.value("month", .month)
    let volume = reader.optional("volume", .wholeNumber(in: 0...99_999_999))
    guard let municipality, let provider, let bsn, let category, let code, let month else { return RowResult(reader) }
    return RowResult(
      reader,
      ProductionRow(
        municipality: municipality, provider: provider, bsn: bsn, product: Product(category: category, code: code),
        month: month, volume: volume.map(Int64.init)))
  }
}
