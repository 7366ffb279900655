internal import SaldoDomain

/// The tables of a region folder after reading: the sound rows of each, and the keys that other tables refer to.
struct RegionTables {
  let municipalities: TableContents<Municipality>
  let providers: TableContents<Provider>
  let agreements: TableContents<Agreement>
  let prices: TableContents<PriceRow>
  let clientCeilings: TableContents<ClientCeiling>
  let clientGroups: TableContents<ClientGroupMember>
  let arrangements: ArrangementTables
  let lumpSums: LumpSumTables
  let ceilings: CeilingTables
  let contractRules: ContractRuleTables
  let sharing: SharingTables
  private(set) var municipalityKeys = KeyIndex<MunicipalityCode>()
  private(set) var providerKeys = KeyIndex<ProviderCode>()
  private(set) var agreementKeys = KeyIndex<String>()

  /// The tables that a region folder must have.
  static let requiredSchemas = [
    MunicipalityTable.schema, ProviderTable.schema, AgreementTable.schema, PriceTable.schema,
  ]
  /// The tables that a region folder may have.
  static let optionalSchemas =
    [ClientCeilingTable.schema, ClientGroupTable.schema] + ArrangementTables.schemas
    + LumpSumTables.schemas
    + CeilingTables.schemas
    + ContractRuleTables.schemas
    + SharingTables.schemas

  /// Reads the tables of a folder and reports what is wrong with each by itself.
  init(_ files: RegionFiles, problems: inout [RegionProblem]) {
    var municipalityKeys = KeyIndex<MunicipalityCode>()
    municipalities = TableContents(MunicipalityTable.schema, files, &problems) {
      MunicipalityTable.read($0, into: &municipalityKeys)
    }
    var providerKeys = KeyIndex<ProviderCode>()
    providers = TableContents(ProviderTable.schema, files, &problems) { ProviderTable.read($0, into: &providerKeys) }
    var agreementKeys = KeyIndex<String>()
    agreements = TableContents(AgreementTable.schema, files, &problems) {
      AgreementTable.read($0, into: &agreementKeys)
    }
    prices = TableContents(PriceTable.schema, files, &problems, PriceTable.read)
    clientCeilings = TableContents(ClientCeilingTable.schema, files, &problems, ClientCeilingTable.read)
    clientGroups = TableContents(ClientGroupTable.schema, files, &problems, ClientGroupTable.read)
    arrangements = ArrangementTables(files, problems: &problems)
    ceilings = CeilingTables(files, problems: &problems)
    contractRules = ContractRuleTables(files, problems: &problems)
    sharing = SharingTables(files, problems: &problems)
    lumpSums = LumpSumTables(
      files, keys: DistributionKeys(sharing, among: municipalities.values), problems: &problems)

    if !municipalities.hasAllLines { municipalityKeys.isComplete = false }
    if !providers.hasAllLines { providerKeys.isComplete = false }
    if !agreements.hasAllLines { agreementKeys.isComplete = false }
    self.municipalityKeys = municipalityKeys
    self.providerKeys = providerKeys
    self.agreementKeys = agreementKeys
  }

  /// The optional tables, by theme.
  var records: [any RecordTables] { [arrangements, lumpSums, ceilings, contractRules, sharing] }
}

/// The sound rows of one table.
struct TableContents<Value: Sendable> {
  /// The sound rows, in the order of the file.
  let rows: [Located<Value>]
  /// Whether the file was there and each of its lines had the form of a row.
  let hasAllLines: Bool
  /// Whether, besides, each row was sound.
  let hasAllRows: Bool

  /// The values of the rows, in the order of the file.
  var values: [Value] { rows.map(\.value) }

  /// Reads a table; a missing file has no rows.
  init(
    _ schema: TableSchema, _ files: RegionFiles, _ problems: inout [RegionProblem],
    _ read: (TableRow) -> RowResult<Value>
  ) {
    let before = problems.count
    guard let bytes = files.contents[schema.file],
      let table = Table.read(bytes, schema: schema, problems: &problems)
    else {
      rows = []
      hasAllLines = false
      hasAllRows = false
      return
    }
    hasAllLines = problems.count == before
    var rows: [Located<Value>] = []
    for row in table.rows {
      let result = read(row)
      problems += result.problems
      if let value = result.value { rows.append(value) }
    }
    self.rows = rows
    hasAllRows = problems.count == before
  }
}
