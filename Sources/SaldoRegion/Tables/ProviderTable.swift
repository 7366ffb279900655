internal import SaldoDomain

/// `providers.csv`: the providers that the region contracted (aanbieders).
enum ProviderTable {
  static let schema = TableSchema(file: "providers.csv", required: ["agb", "name"], optional: ["closed_from"])

  /// Reads one row.
  static func read(_ row: TableRow, into keys: inout KeyIndex<ProviderCode>) -> RowResult<Provider> {
    var reader = RowReader(row)
    let code = reader.value("agb", .provider)
    let name = reader.value("name", .name(Bilingual(nl: "de naam van de aanbieder", en: "the provider's name")))
    let closedFrom = reader.optional("closed_from", .date)
    keys.add(code, "agb", reading: &reader)
    guard let code, let name else { return RowResult(reader) }
    return RowResult(reader, Provider(code: code, name: name, closedFrom: closedFrom))
  }
}
