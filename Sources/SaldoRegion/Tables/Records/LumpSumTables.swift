internal import SaldoDomain

/// The tables behind ``LumpSumRecords``.
struct LumpSumTables: RecordTables {
  static let schemas: [TableSchema] = []

  init(_ files: RegionFiles, problems: inout [RegionProblem]) {}

  var records: LumpSumRecords { LumpSumRecords() }

  func problems(in tables: RegionTables) -> [RegionProblem] { [] }

  func warnings(in tables: RegionTables) -> [RegionWarning] { [] }

  static func lines(_ records: LumpSumRecords, _ words: RegionWords, _ names: RegionNames) -> [String] { [] }
}
