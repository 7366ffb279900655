internal import SaldoDomain

/// Rows of a table that are about the same thing, where one may be.
enum RepeatedKeys {
  /// A problem at each row whose key an earlier row has, without showing the key.
  static func problems<Value, Key: Hashable>(
    among rows: [Located<Value>], at column: String, by key: (Value) -> Key
  ) -> [RegionProblem] {
    var first: [Key: Int] = [:]
    return rows.compactMap { row in
      let key = key(row.value)
      guard let number = first[key] else {
        first[key] = row.row.number
        return nil
      }
      return RegionProblem(
        at: row.row.place(column),
        found: Bilingual(nl: "de rij herhaalt rij \(number)", en: "the row repeats row \(number)"),
        expected: Bilingual(nl: "elke sleutel één keer", en: "every key once"))
    }
  }
}
