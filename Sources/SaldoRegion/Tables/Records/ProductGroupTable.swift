internal import SaldoDomain

/// `product_groups.csv`: the groups of products that budgets are kept for (productgroepen).
enum ProductGroupTable {
  static let schema = TableSchema(file: "product_groups.csv", required: ["group", "category", "code"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<ProductGroup> {
    var reader = RowReader(row)
    let group = reader.value("group", .name(Bilingual(nl: "een productgroep", en: "a group of products")))
    let category = reader.value("category", .category)
    let code = reader.orAll("code", .productCode)
    guard let group, let category else { return RowResult(reader) }
    return RowResult(reader, ProductGroup(group: group, category: category, code: code))
  }
}
