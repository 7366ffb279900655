internal import SaldoDomain

/// `keys.csv`: what municipalities weigh in distribution keys (verdeelsleutels).
enum KeyTable {
  static let schema = TableSchema(
    file: "keys.csv", required: ["key", "municipality", "weight"], optional: ["use_rate", "year"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<KeyShare> {
    var reader = RowReader(row)
    let key = reader.value("key", .keyName)
    let municipality = reader.value("municipality", .municipality)
    let weight = reader.value("weight", .weight)
    let useRate = reader.optional("use_rate", .useRate)
    let year = reader.optional("year", .year)
    guard let key, let municipality, let weight else { return RowResult(reader) }
    return RowResult(
      reader, KeyShare(key: key, municipality: municipality, year: year, weight: weight, useRate: useRate))
  }
}

/// `group_keys.csv`: by which key the cost of a group of products is shared.
enum GroupKeyTable {
  static let schema = TableSchema(file: "group_keys.csv", required: ["group", "key"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<GroupKey> {
    var reader = RowReader(row)
    let group = reader.value("group", .name(Bilingual(nl: "een productgroep", en: "a group of products")))
    let key = reader.value("key", .keyName)
    guard let group, let key else { return RowResult(reader) }
    return RowResult(reader, GroupKey(group: group, key: key))
  }
}
