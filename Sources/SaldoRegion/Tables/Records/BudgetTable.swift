internal import SaldoDomain

/// `budgets.csv`: what municipalities expect to spend per group of products and year (begrotingen).
enum BudgetTable {
  static let schema = TableSchema(file: "budgets.csv", required: ["municipality", "group", "domain", "year", "amount"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<MunicipalBudget> {
    var reader = RowReader(row)
    let municipality = reader.value("municipality", .municipality)
    let group = reader.value("group", .name(Bilingual(nl: "een productgroep", en: "a group of products")))
    let domain: Domain? = reader.value("domain", .keyword)
    let year = reader.value("year", .year)
    let amount = reader.value("amount", .yearlyAmount)
    guard let municipality, let group, let domain, let year, let amount else { return RowResult(reader) }
    return RowResult(
      reader, MunicipalBudget(municipality: municipality, group: group, domain: domain, year: year, amount: amount))
  }
}
