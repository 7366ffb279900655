internal import SaldoDomain

/// The tables behind ``ContractRuleRecords``.
struct ContractRuleTables: RecordTables {
  static let schemas: [TableSchema] = []

  init(_ files: RegionFiles, problems: inout [RegionProblem]) {}

  var records: ContractRuleRecords { ContractRuleRecords() }

  func problems(in tables: RegionTables) -> [RegionProblem] { [] }

  func warnings(in tables: RegionTables) -> [RegionWarning] { [] }

  static func lines(_ records: ContractRuleRecords, _ words: RegionWords, _ names: RegionNames) -> [String] { [] }
}
