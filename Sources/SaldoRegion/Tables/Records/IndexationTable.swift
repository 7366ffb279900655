internal import SaldoDomain

/// `indexation.csv`: the figures by which prices are indexed (indexering).
enum IndexationTable {
  static let schema = TableSchema(
    file: "indexation.csv", required: ["domain", "year", "wage_share", "wage_forecast", "material_forecast"],
    optional: ["wage_definitive", "material_definitive", "first_year"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<IndexationFigures> {
    var reader = RowReader(row)
    let domain: Domain? = reader.value("domain", .keyword)
    let year = reader.value("year", .year)
    let share = reader.value("wage_share", .percent)
    let wage = reader.value("wage_forecast", .growth)
    let material = reader.value("material_forecast", .growth)
    let wageDefinitive = reader.optional("wage_definitive", .growth)
    let materialDefinitive = reader.optional("material_definitive", .growth)
    let isFirst = reader.optional("first_year", .yesOrNo)
    guard let domain, let year, let share, let wage, let material else { return RowResult(reader) }
    return RowResult(
      reader,
      IndexationFigures(
        domain: domain, year: year, wageSharePercent: share, wage: .init(forecast: wage, definitive: wageDefinitive),
        material: .init(forecast: material, definitive: materialDefinitive), isFirstYear: isFirst ?? false))
  }
}
