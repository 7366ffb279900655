internal import SaldoDomain

/// The tables behind ``SharingRecords``.
struct SharingTables: RecordTables {
  static let schemas = [
    KeyTable.schema, GroupKeyTable.schema, OverheadTable.schema, ResidenceTable.schema, ContinuationTable.schema,
    SolidarityTable.schema, SolidarityReportTable.schema, ReserveTable.schema, IndexationTable.schema,
    ProductMigrationTable.schema, AreaTable.schema, AreaExceptionTable.schema, CostTierTable.schema,
    ClosedCareTable.schema, ClosedCareInstitutionTable.schema, MunicipalAdvanceTable.schema,
  ]

  let keys: TableContents<KeyShare>
  let groupKeys: TableContents<GroupKey>
  let overheads: TableContents<Overhead>
  let residences: TableContents<Residence>
  let continuations: TableContents<Continuation>
  let solidarity: TableContents<SolidarityTerms>
  let solidarityReports: TableContents<SolidarityReport>
  let reserves: TableContents<Reserve>
  let indexation: TableContents<IndexationFigures>
  let migrations: TableContents<ProductMigration>
  let areas: TableContents<Area>
  let areaExceptions: TableContents<AreaException>
  let costTiers: TableContents<CostTier>
  let closedCare: TableContents<ClosedCareTerms>
  let closedCareInstitutions: TableContents<ClosedCareInstitution>
  let municipalAdvances: TableContents<MunicipalAdvance>

  init(_ files: RegionFiles, problems: inout [RegionProblem]) {
    keys = TableContents(KeyTable.schema, files, &problems, KeyTable.read)
    groupKeys = TableContents(GroupKeyTable.schema, files, &problems, GroupKeyTable.read)
    overheads = TableContents(OverheadTable.schema, files, &problems, OverheadTable.read)
    residences = TableContents(ResidenceTable.schema, files, &problems, ResidenceTable.read)
    continuations = TableContents(ContinuationTable.schema, files, &problems, ContinuationTable.read)
    solidarity = TableContents(SolidarityTable.schema, files, &problems, SolidarityTable.read)
    solidarityReports = TableContents(SolidarityReportTable.schema, files, &problems, SolidarityReportTable.read)
    reserves = TableContents(ReserveTable.schema, files, &problems, ReserveTable.read)
    indexation = TableContents(IndexationTable.schema, files, &problems, IndexationTable.read)
    migrations = TableContents(ProductMigrationTable.schema, files, &problems, ProductMigrationTable.read)
    areas = TableContents(AreaTable.schema, files, &problems, AreaTable.read)
    areaExceptions = TableContents(AreaExceptionTable.schema, files, &problems, AreaExceptionTable.read)
    costTiers = TableContents(CostTierTable.schema, files, &problems, CostTierTable.read)
    closedCare = TableContents(ClosedCareTable.schema, files, &problems, ClosedCareTable.read)
    closedCareInstitutions = TableContents(
      ClosedCareInstitutionTable.schema, files, &problems, ClosedCareInstitutionTable.read)
    municipalAdvances = TableContents(MunicipalAdvanceTable.schema, files, &problems, MunicipalAdvanceTable.read)
  }

  var records: SharingRecords {
    var records = SharingRecords()
    records.keys = keys.values
    records.groupKeys = groupKeys.values
    records.overheads = overheads.values
    records.residences = residences.values
    records.continuations = continuations.values
    records.solidarity = solidarity.values
    records.solidarityReports = solidarityReports.values
    records.reserves = reserves.values
    records.indexation = indexation.values
    records.migrations = migrations.values
    records.areas = areas.values
    records.areaExceptions = areaExceptions.values
    records.costTiers = costTiers.values
    records.closedCare = closedCare.values
    records.closedCareInstitutions = closedCareInstitutions.values
    records.municipalAdvances = municipalAdvances.values
    return records
  }

  func problems(in tables: RegionTables) -> [RegionProblem] {
    SharingChecks.successors(in: tables) + SharingChecks.references(in: tables) + SharingChecks.repeated(in: self)
      + SharingChecks.overlaps(in: self) + SharingChecks.keys(in: self) + SharingChecks.areas(in: self)
      + SharingChecks.indexation(in: self) + SharingChecks.closedCare(in: self)
  }

  func warnings(in tables: RegionTables) -> [RegionWarning] { SharingChecks.warnings(in: self) }

  static func lines(_ records: SharingRecords, _ words: RegionWords, _ names: RegionNames) -> [String] {
    words.keys(records, names) + records.overheads.map(words.overhead)
      + words.clients(records.residences.map(\.bsn), words.residences)
      + words.clients(records.continuations.map(\.bsn), words.continuations)
      + records.solidarity.map(words.solidarity)
      + records.solidarityReports.map { words.solidarityReport($0, names) }
      + records.reserves.map { words.reserve($0, names) } + records.indexation.map(words.indexation)
      + records.migrations.map(words.migration) + words.areas(records.areas, names)
      + words.clients(records.areaExceptions.map(\.bsn), words.areaExceptions) + words.costTiers(records.costTiers)
      + records.closedCare.map { words.closedCare($0, records.closedCareInstitutions, names) }
      + records.municipalAdvances.map { words.municipalAdvance($0, names) }
  }
}
