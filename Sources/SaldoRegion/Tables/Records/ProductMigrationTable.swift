internal import SaldoDomain

/// `product_migrations.csv`: what old products became (omzetting van productcodes).
enum ProductMigrationTable {
  static let schema = TableSchema(
    file: "product_migrations.csv", required: ["old_category", "old_code", "category", "code"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<ProductMigration> {
    var reader = RowReader(row)
    let oldCategory = reader.value("old_category", .category)
    let oldCode = reader.value("old_code", .productCode)
    let category = reader.value("category", .category)
    let code = reader.value("code", .productCode)
    guard let oldCategory, let oldCode, let category, let code else { return RowResult(reader) }
    return RowResult(
      reader,
      ProductMigration(
        old: Product(category: oldCategory, code: oldCode), new: Product(category: category, code: code)))
  }
}
