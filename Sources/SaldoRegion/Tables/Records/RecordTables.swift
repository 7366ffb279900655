internal import SaldoDomain

/// Optional tables of a region folder on one theme: one file per table beside it, one type per theme.
protocol RecordTables {
  associatedtype Records: RegionRecords

  /// The tables of the theme.
  static var schemas: [TableSchema] { get }

  /// The rows of all tables.
  var records: Records { get }

  /// What is wrong with rows among others: unknown keys, rows that overlap, sums that do not fit.
  func problems(in tables: RegionTables) -> [RegionProblem]

  /// What is allowed but probably not meant.
  func warnings(in tables: RegionTables) -> [RegionWarning]

  /// What the tables say, in lines for people; empty when they have no rows. No line names a client.
  static func lines(_ records: Records, _ words: RegionWords, _ names: RegionNames) -> [String]
}
