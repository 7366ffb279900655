internal import SaldoDomain

/// `spending_spaces.csv`: what providers may spend in a segment in a year (bestedingsruimten).
enum SpendingSpaceTable {
  static let schema = TableSchema(
    file: "spending_spaces.csv", required: ["provider", "segment", "domain", "year", "amount"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<SpendingSpace> {
    var reader = RowReader(row)
    let provider = reader.value("provider", .provider)
    let segment = reader.value("segment", .name(Bilingual(nl: "een segment", en: "a segment")))
    let domain: Domain? = reader.value("domain", .keyword)
    let year = reader.value("year", .year)
    let amount = reader.value("amount", .yearlyAmount)
    guard let provider, let segment, let domain, let year, let amount else { return RowResult(reader) }
    return RowResult(
      reader, SpendingSpace(provider: provider, segment: segment, domain: domain, year: year, amount: amount))
  }
}
