internal import SaldoDomain

/// The tables behind ``CeilingRecords``.
struct CeilingTables: RecordTables {
  static let schemas: [TableSchema] = []

  init(_ files: RegionFiles, problems: inout [RegionProblem]) {}

  var records: CeilingRecords { CeilingRecords() }

  func problems(in tables: RegionTables) -> [RegionProblem] { [] }

  func warnings(in tables: RegionTables) -> [RegionWarning] { [] }

  static func lines(_ records: CeilingRecords, _ words: RegionWords, _ names: RegionNames) -> [String] { [] }
}
