internal import SaldoDomain

/// The keys of `keys.csv` for rows of other tables that are shared by one (verdeelsleutels).
struct DistributionKeys {
  private let records: SharingRecords
  private let names: Set<String>
  private let areAllRead: Bool
  private let municipalities: [Municipality]

  /// The keys of a folder.
  init(_ sharing: SharingTables, among municipalities: [Municipality]) {
    records = sharing.records
    names = Set(sharing.keys.values.map(\.key))
    areAllRead = sharing.keys.hasAllRows || sharing.keys.rows.isEmpty
    self.municipalities = municipalities
  }

  /// What municipalities pay by a key in a year; nil after reporting that the key does not exist or has no rows for it.
  ///
  /// Nothing is reported while `keys.csv` itself has mistakes.
  func shares(of key: String, in year: Int, reading reader: inout RowReader) -> [LumpSum.Share]? {
    let shares = records.shares(of: key, in: year, among: municipalities)
    if !shares.isEmpty { return shares }
    guard areAllRead else { return nil }
    if !names.contains(key) {
      let problem = UnknownKeys.problem(at: reader.row, "key", in: KeyTable.schema.file)
      reader.report("key", problem.found, problem.expected)
    } else if records.weights(of: key, in: year).isEmpty {
      reader.report("key", Self.noRows(for: year), Self.rows)
    }
    return nil
  }

  /// That a key has no rows for a year.
  static func noRows(for year: Int) -> Bilingual {
    Bilingual(nl: "de sleutel heeft geen rijen voor \(year)", en: "the key has no rows for \(year)")
  }

  /// What a key should have.
  static let rows = Bilingual(
    nl: "rijen van dat jaar of zonder jaar in keys.csv", en: "rows of that year or without year in keys.csv")
}
