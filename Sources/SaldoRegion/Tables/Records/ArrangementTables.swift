internal import SaldoDomain

/// The tables behind ``ArrangementRecords``.
struct ArrangementTables: RecordTables {
  static let schemas: [TableSchema] = []

  init(_ files: RegionFiles, problems: inout [RegionProblem]) {}

  var records: ArrangementRecords { ArrangementRecords() }

  func problems(in tables: RegionTables) -> [RegionProblem] { [] }

  func warnings(in tables: RegionTables) -> [RegionWarning] { [] }

  static func lines(_ records: ArrangementRecords, _ words: RegionWords, _ names: RegionNames) -> [String] { [] }
}
