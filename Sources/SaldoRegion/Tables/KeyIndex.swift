internal import SaldoDomain

/// The keys that a table defines, each with the row of its first use.
struct KeyIndex<Key: Hashable> {
  private var rows: [Key: Int] = [:]
  /// Whether every row gave its key; if not, every key counts as known, so that one mistake is reported once.
  var isComplete = true

  /// Whether a reference to the key is right, as far as can be known.
  func knows(_ key: Key) -> Bool { !isComplete || rows[key] != nil }

  /// Adds the key of a row, or reports that it was used before; nil for a row whose key could not be read.
  mutating func add(_ key: Key?, _ column: String, reading reader: inout RowReader) {
    guard let key else {
      isComplete = false
      return
    }
    guard let first = rows.updateValue(rows[key] ?? reader.row.number, forKey: key) else { return }
    reader.report(
      column, Bilingual(nl: "komt ook voor in rij \(first)", en: "occurs in row \(first) as well"),
      Bilingual(nl: "elke sleutel één keer", en: "every key once"))
  }
}

/// The value of a row, when it could be made, and what is wrong with the row.
struct RowResult<Value: Sendable> {
  let value: Located<Value>?
  let problems: [RegionProblem]

  /// The value of a row; left out when the row has problems.
  init(_ reader: RowReader, _ value: Value? = nil) {
    problems = reader.problems
    self.value = reader.isSound ? value.map { Located(value: $0, row: reader.row) } : nil
  }
}
