internal import SaldoDomain

/// The tables behind ``SharingRecords``.
struct SharingTables: RecordTables {
  static let schemas: [TableSchema] = []

  init(_ files: RegionFiles, problems: inout [RegionProblem]) {}

  var records: SharingRecords { SharingRecords() }

  func problems(in tables: RegionTables) -> [RegionProblem] { [] }

  func warnings(in tables: RegionTables) -> [RegionWarning] { [] }

  static func lines(_ records: SharingRecords, _ words: RegionWords, _ names: RegionNames) -> [String] { [] }
}
