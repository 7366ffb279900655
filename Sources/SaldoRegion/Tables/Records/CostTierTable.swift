internal import SaldoDomain

/// `cost_tiers.csv`: above which projected costs a request goes back to the manager (drempels).
enum CostTierTable {
  static let schema = TableSchema(file: "cost_tiers.csv", required: ["name", "above"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<CostTier> {
    var reader = RowReader(row)
    let name = reader.value("name", .name(Bilingual(nl: "de naam van de drempel", en: "the name of the tier")))
    let above = reader.value("above", .ceiling)
    guard let name, let above else { return RowResult(reader) }
    return RowResult(reader, CostTier(name: name, above: above))
  }
}
