internal import SaldoDomain

/// The tables behind ``CeilingRecords``.
struct CeilingTables: RecordTables {
  static let schemas = [
    CeilingRaiseTable.schema, CeilingDispositionTable.schema, CeilingMatrixTable.schema, SpendingSpaceTable.schema,
    BudgetTable.schema, ProductGroupTable.schema,
  ]

  private let raises: TableContents<CeilingRaise>
  private let dispositions: TableContents<CeilingDisposition>
  private let matrix: TableContents<CeilingMatrixRow>
  private let spendingSpaces: TableContents<SpendingSpace>
  private let budgets: TableContents<MunicipalBudget>
  private let productGroups: TableContents<ProductGroup>

  init(_ files: RegionFiles, problems: inout [RegionProblem]) {
    raises = TableContents(CeilingRaiseTable.schema, files, &problems, CeilingRaiseTable.read)
    dispositions = TableContents(CeilingDispositionTable.schema, files, &problems, CeilingDispositionTable.read)
    matrix = TableContents(CeilingMatrixTable.schema, files, &problems, CeilingMatrixTable.read)
    spendingSpaces = TableContents(SpendingSpaceTable.schema, files, &problems, SpendingSpaceTable.read)
    budgets = TableContents(BudgetTable.schema, files, &problems, BudgetTable.read)
    productGroups = TableContents(ProductGroupTable.schema, files, &problems, ProductGroupTable.read)
  }

  /// The groups of products, and whether no other ones can stand in rows that could not be read.
  var groups: (names: Set<String>, areAllRead: Bool) {
    (Set(productGroups.values.map(\.group)), productGroups.hasAllRows || productGroups.rows.isEmpty)
  }

  var records: CeilingRecords {
    var records = CeilingRecords()
    records.raises = raises.values
    records.dispositions = dispositions.values
    records.matrix = matrix.values
    records.spendingSpaces = spendingSpaces.values
    records.budgets = budgets.values
    records.productGroups = productGroups.values
    return records
  }

  func problems(in tables: RegionTables) -> [RegionProblem] {
    var problems: [RegionProblem] = []
    let ceilings = Set(tables.clientCeilings.values.map(CeilingKey.init))
    let cells = Set(matrix.values.map(\.cell))
    let areAllRead = tables.clientCeilings.hasAllRows || ceilings.isEmpty
    for raise in raises.rows where areAllRead && !ceilings.contains(CeilingKey(raise.value)) {
      problems.append(Self.noCeiling(raise.row))
    }
    for disposition in dispositions.rows where areAllRead && !ceilings.contains(CeilingKey(disposition.value)) {
      problems.append(Self.noCeiling(disposition.row))
    }
    for ceiling in tables.clientCeilings.rows {
      guard let cell = ceiling.value.cell, !cells.contains(cell), matrix.hasAllRows || cells.isEmpty else { continue }
      problems.append(UnknownKeys.problem(at: ceiling.row, "child_nature", in: CeilingMatrixTable.schema.file))
    }
    for space in spendingSpaces.rows where !tables.providerKeys.knows(space.value.provider) {
      problems.append(UnknownKeys.problem(at: space.row, "provider", in: ProviderTable.schema.file))
    }
    let segments = Set(tables.agreements.values.compactMap(\.segment))
    for space in spendingSpaces.rows where tables.agreements.hasAllRows && !segments.contains(space.value.segment) {
      problems.append(UnknownKeys.problem(at: space.row, "segment", in: AgreementTable.schema.file))
    }
    let groups = groups
    for budget in budgets.rows {
      if !tables.municipalityKeys.knows(budget.value.municipality) {
        problems.append(UnknownKeys.problem(at: budget.row, "municipality", in: MunicipalityTable.schema.file))
      }
      if groups.areAllRead, !groups.names.contains(budget.value.group) {
        problems.append(UnknownKeys.problem(at: budget.row, "group", in: ProductGroupTable.schema.file))
      }
    }
    return problems + repeated
  }

  private var repeated: [RegionProblem] {
    RepeatedKeys.problems(among: matrix.rows, at: "valid_from") { [AnyHashable($0.cell), $0.validFrom] }
      + RepeatedKeys.problems(among: spendingSpaces.rows, at: "provider") {
        [AnyHashable($0.provider), $0.segment, $0.domain, $0.year]
      }
      + RepeatedKeys.problems(among: budgets.rows, at: "group") {
        [AnyHashable($0.municipality), $0.group, $0.domain, $0.year]
      }
      + RepeatedKeys.problems(among: productGroups.rows, at: "code") { [AnyHashable($0.category), $0.code] }
      + RepeatedKeys.problems(among: raises.rows, at: "known_on") {
        [AnyHashable(CeilingKey($0)), $0.validFrom, $0.knownOn]
      }
  }

  func warnings(in tables: RegionTables) -> [RegionWarning] {
    tables.clientCeilings.rows.compactMap { ceiling in
      matrix.values.unmotivatedDeviation(of: ceiling.value).map { expected in
        let (dutch, english) = (
          HumanText.euros(expected, in: .dutch), HumanText.euros(expected, in: .english)
        )
        return RegionWarning(
          at: ceiling.row.place("ceiling"),
          Bilingual(
            nl: "de matrix zegt \(dutch) en een motivering ontbreekt",
            en: "the matrix says \(english) and there is no motive"))
      }
    }
      + raises.rows.compactMap { raise in
        let others = raises.values.filter {
          ($0.effective, $0.knownOn) < (raise.value.effective, raise.value.knownOn)
        }
        guard let ceiling = tables.clientCeilings.values.first(where: { raise.value.concerns($0) }) else { return nil }
        let before = others.height(of: ceiling, on: raise.value.effective)
        guard before != raise.value.old else { return nil }
        let (dutch, english) = (HumanText.euros(before, in: .dutch), HumanText.euros(before, in: .english))
        return RegionWarning(
          at: raise.row.place("old"),
          Bilingual(
            nl: "het plafond was op die dag \(dutch)", en: "the ceiling was \(english) on that day"))
      }
  }

  static func lines(_ records: CeilingRecords, _ words: RegionWords, _ names: RegionNames) -> [String] {
    var lines: [String] = []
    if !records.raises.isEmpty || !records.dispositions.isEmpty {
      lines.append(words.ceilingHistory(raises: records.raises.count, dispositions: records.dispositions.count))
    }
    lines += records.raises.map { words.raise($0, names) }
    if !records.matrix.isEmpty { lines.append(words.matrix(records.matrix.count)) }
    return lines + records.spendingSpaces.map { words.spendingSpace($0, names) }
      + records.budgets.map { words.budget($0, names) } + records.productGroups.map(words.productGroup)
  }

  private static func noCeiling(_ row: TableRow) -> RegionProblem {
    RegionProblem(
      at: row.place("from"),
      found: Bilingual(
        nl: "\(ClientCeilingTable.schema.file) heeft geen plafond van deze cliënt dat op deze dag begint",
        en: "\(ClientCeilingTable.schema.file) has no ceiling of this client that begins on this day"),
      expected: Bilingual(nl: "de eerste dag van een plafond", en: "the first day of a ceiling"))
  }

  /// What names a ceiling: municipality, client and first day.
  private struct CeilingKey: Hashable {
    let municipality: MunicipalityCode
    let bsn: Bsn
    let begin: CalendarDate

    init(_ ceiling: ClientCeiling) {
      (municipality, bsn, begin) = (ceiling.municipality, ceiling.bsn, ceiling.period.begin)
    }
    init(_ raise: CeilingRaise) { (municipality, bsn, begin) = (raise.municipality, raise.bsn, raise.ceilingBegin) }
    init(_ disposition: CeilingDisposition) {
      (municipality, bsn, begin) = (disposition.municipality, disposition.bsn, disposition.ceilingBegin)
    }
  }
}
