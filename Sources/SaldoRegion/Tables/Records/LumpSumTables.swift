internal import SaldoDomain

/// The tables behind ``LumpSumRecords``.
struct LumpSumTables: RecordTables {
  static let schemas = [LumpSumTable.schema, CapacityTable.schema, AdvanceTable.schema, ProductionTable.schema]

  let lumpSums: TableContents<LumpSum>
  let capacities: TableContents<Capacity>
  let advances: TableContents<Advance>
  let production: TableContents<ProductionRow>

  /// Reads the tables and reports what is wrong with each row by itself.
  ///
  /// - Parameter keys: The keys by which a yearly amount may be shared.
  init(_ files: RegionFiles, keys: DistributionKeys, problems: inout [RegionProblem]) {
    lumpSums = TableContents(LumpSumTable.schema, files, &problems) { LumpSumTable.read($0, keys: keys) }
    capacities = TableContents(CapacityTable.schema, files, &problems, CapacityTable.read)
    advances = TableContents(AdvanceTable.schema, files, &problems, AdvanceTable.read)
    production = TableContents(ProductionTable.schema, files, &problems, ProductionTable.read)
  }

  var records: LumpSumRecords {
    var records = LumpSumRecords()
    records.lumpSums = lumpSums.values
    records.capacities = capacities.values
    records.advances = advances.values
    records.production = production.values
    return records
  }

  /// The agreements that some row pays.
  var agreements: Set<String> {
    Set(lumpSums.values.map(\.agreement) + capacities.values.map(\.agreement) + advances.values.map(\.agreement))
  }

  func problems(in tables: RegionTables) -> [RegionProblem] {
    LumpSumChecks.references(in: tables) + LumpSumChecks.doubles(in: self)
  }

  func warnings(in tables: RegionTables) -> [RegionWarning] { LumpSumChecks.unpaid(in: tables) }

  static func lines(_ records: LumpSumRecords, _ words: RegionWords, _ names: RegionNames) -> [String] {
    let counted = Dictionary(grouping: records.production, by: \.municipality).sorted { $0.key < $1.key }
    return records.lumpSums.map { words.lumpSum($0, names) } + records.capacities.map { words.capacity($0, names) }
      + records.advances.map { words.advance($0, names) }
      + counted.map { words.production(of: names.municipality($0.key), count: $0.value.count) }
  }
}
