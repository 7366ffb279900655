internal import SaldoDomain

/// The tables behind ``ContractRuleRecords``.
struct ContractRuleTables: RecordTables {
  static let schemas = [
    ContractTable.schema, ProductRuleTable.schema, RuleExceptionTable.schema, WlzTable.schema,
  ]

  private let contracts: TableContents<ContractPeriod>
  private let productRules: TableContents<ProductRule>
  private let exceptions: TableContents<RuleException>
  private let wlz: TableContents<WlzAccess>

  init(_ files: RegionFiles, problems: inout [RegionProblem]) {
    contracts = TableContents(ContractTable.schema, files, &problems, ContractTable.read)
    productRules = TableContents(ProductRuleTable.schema, files, &problems, ProductRuleTable.read)
    exceptions = TableContents(RuleExceptionTable.schema, files, &problems, RuleExceptionTable.read)
    wlz = TableContents(WlzTable.schema, files, &problems, WlzTable.read)
  }

  var records: ContractRuleRecords {
    var records = ContractRuleRecords()
    records.contracts = contracts.values
    records.productRules = productRules.values
    records.exceptions = exceptions.values
    records.wlz = wlz.values
    return records
  }

  func problems(in tables: RegionTables) -> [RegionProblem] {
    var problems: [RegionProblem] = []
    func check(_ row: TableRow, _ provider: ProviderCode?, _ municipality: MunicipalityCode?, _ agreement: String?) {
      if let provider, !tables.providerKeys.knows(provider) {
        problems.append(UnknownKeys.problem(at: row, "provider", in: ProviderTable.schema.file))
      }
      if let municipality, !tables.municipalityKeys.knows(municipality) {
        problems.append(UnknownKeys.problem(at: row, "municipality", in: MunicipalityTable.schema.file))
      }
      if let agreement, !tables.agreementKeys.knows(agreement) {
        problems.append(UnknownKeys.problem(at: row, "agreement", in: AgreementTable.schema.file))
      }
    }
    for contract in contracts.rows {
      let value = contract.value
      check(contract.row, value.provider, value.municipality, value.agreement)
    }
    for rule in productRules.rows { check(rule.row, nil, rule.value.municipality, rule.value.agreement) }
    for exception in exceptions.rows { check(exception.row, nil, exception.value.municipality, nil) }
    return problems
      + RepeatedKeys.problems(among: productRules.rows, at: "rule") {
        [
          AnyHashable($0.category), $0.code, $0.municipality, $0.agreement, $0.limit.kind, $0.from,
        ] as [AnyHashable]
      }
      + RepeatedKeys.problems(among: exceptions.rows, at: "allocation") {
        [AnyHashable($0.municipality), $0.allocation, $0.rule]
      }
      + RepeatedKeys.problems(among: wlz.rows, at: "bsn", by: \.bsn)
  }

  func warnings(in tables: RegionTables) -> [RegionWarning] {
    let hasWlzRule = productRules.values.contains { $0.limit == .wlz }
    guard !hasWlzRule, let first = wlz.rows.first else { return [] }
    return [
      RegionWarning(
        at: first.row.place("from"),
        Bilingual(
          nl: "geen rij van \(ProductRuleTable.schema.file) heeft regel wlz, dus deze tabel doet niets",
          en: "no row of \(ProductRuleTable.schema.file) has rule wlz, so this table does nothing"))
    ]
  }

  static func lines(_ records: ContractRuleRecords, _ words: RegionWords, _ names: RegionNames) -> [String] {
    records.contracts.map { words.contract($0, names) } + records.productRules.map { words.productRule($0, names) }
      + records.exceptions.map { words.exception($0, names) }
      + (records.wlz.isEmpty ? [] : [words.wlz(records.wlz.count)])
  }
}
