internal import SaldoDomain

/// The tables behind ``ArrangementRecords``.
struct ArrangementTables: RecordTables {
  static let schemas = [
    OutcomeTable.schema, ArrangementChangeTable.schema, ArrangementReplacementTable.schema,
    ArrangementPlanTable.schema,
  ]

  private let outcomes: TableContents<ArrangementOutcome>
  private let changes: TableContents<ArrangementChange>
  private let replacements: TableContents<ArrangementReplacement>
  private let plans: TableContents<ArrangementPlan>

  init(_ files: RegionFiles, problems: inout [RegionProblem]) {
    outcomes = TableContents(OutcomeTable.schema, files, &problems, OutcomeTable.read)
    changes = TableContents(ArrangementChangeTable.schema, files, &problems, ArrangementChangeTable.read)
    replacements = TableContents(
      ArrangementReplacementTable.schema, files, &problems, ArrangementReplacementTable.read)
    plans = TableContents(ArrangementPlanTable.schema, files, &problems, ArrangementPlanTable.read)
  }

  var records: ArrangementRecords {
    var records = ArrangementRecords()
    records.outcomes = outcomes.values
    records.changes = changes.values
    records.replacements = replacements.values
    records.plans = plans.values
    return records
  }

  func problems(in tables: RegionTables) -> [RegionProblem] {
    unknownMunicipalities(tables) + doubles() + brokenChains() + circles()
  }

  /// Rows that name a municipality which the region does not have.
  private func unknownMunicipalities(_ tables: RegionTables) -> [RegionProblem] {
    let rows =
      outcomes.rows.map { ($0.row, $0.value.arrangement) } + changes.rows.map { ($0.row, $0.value.arrangement) }
      + replacements.rows.map { ($0.row, $0.value.arrangement) } + plans.rows.map { ($0.row, $0.value.arrangement) }
    return rows.filter { !tables.municipalityKeys.knows($0.1.municipality) }.map {
      ReferenceChecks.unknown($0.0, "municipality", MunicipalityTable.schema.file)
    }
  }

  /// Rows that say a second time what may be said once.
  private func doubles() -> [RegionProblem] {
    struct Outcome: Hashable {
      let arrangement: ArrangementKey
      let product: Product
    }
    struct Change: Hashable {
      let arrangement: ArrangementKey
      let date: CalendarDate
    }
    return Self.doubles(outcomes.rows, "allocation") { Outcome(arrangement: $0.arrangement, product: $0.product) }
      + Self.doubles(changes.rows, "date") { Change(arrangement: $0.arrangement, date: $0.date) }
      + Self.doubles(replacements.rows, "allocation", by: \.arrangement)
      + Self.doubles(replacements.rows, "replaced_by", by: \.replacement)
      + Self.doubles(plans.rows, "allocation", by: \.arrangement)
  }

  private static func doubles<Value, Key: Hashable>(
    _ rows: [Located<Value>], _ column: String, by key: (Value) -> Key
  ) -> [RegionProblem] {
    var first: [Key: Int] = [:]
    return rows.compactMap { row in
      guard let number = first.updateValue(first[key(row.value)] ?? row.row.number, forKey: key(row.value)) else {
        return nil
      }
      return RegionProblem(
        at: row.row.place(column),
        found: Bilingual(
          nl: "rij \(number) zegt al iets over hetzelfde arrangement",
          en: "row \(number) says something about the same arrangement already"),
        expected: Bilingual(nl: "elk arrangement één keer", en: "every arrangement once"))
    }
  }

  /// Changes that do not start from the amount at which the change before them ended.
  private func brokenChains() -> [RegionProblem] {
    var problems: [RegionProblem] = []
    for rows in Dictionary(grouping: changes.rows, by: \.value.arrangement).values {
      let sorted = rows.sorted { ($0.value.date, $0.row.number) < ($1.value.date, $1.row.number) }
      for (before, next) in zip(sorted, sorted.dropFirst()) where before.value.new != next.value.old {
        let (dutch, english) = (
          HumanText.euros(before.value.new, in: .dutch), HumanText.euros(before.value.new, in: .english)
        )
        problems.append(
          RegionProblem(
            at: next.row.place("old_amount"),
            found: Bilingual(
              nl: "volgens rij \(before.row.number) gold toen \(dutch)",
              en: "according to row \(before.row.number) the amount was \(english) then"),
            expected: Bilingual(
              nl: "het bedrag dat voor de wijziging gold", en: "the amount that held before the change")))
      }
    }
    return problems
  }

  /// Replacements that lead back to the arrangement that they began with.
  private func circles() -> [RegionProblem] {
    let next = Dictionary(
      replacements.values.map { ($0.arrangement, $0.replacement) }, uniquingKeysWith: { first, _ in first })
    return replacements.rows.compactMap { row in
      var (current, steps) = (row.value.replacement, 0)
      while current != row.value.arrangement, let following = next[current], steps <= next.count {
        current = following
        steps += 1
      }
      guard current == row.value.arrangement, current != row.value.replacement else { return nil }
      return RegionProblem(
        at: row.row.place("replaced_by"),
        found: Bilingual(
          nl: "de vervangingen komen weer bij hetzelfde arrangement uit",
          en: "the replacements lead back to the same arrangement"),
        expected: Bilingual(nl: "een arrangement dat niet eerder vervangen is", en: "an arrangement that comes later"))
    }
  }

  func warnings(in tables: RegionTables) -> [RegionWarning] {
    guard !tables.agreements.values.contains(where: { $0.model == .arrangement }) else { return [] }
    return [
      (OutcomeTable.schema, outcomes.rows.count), (ArrangementChangeTable.schema, changes.rows.count),
      (ArrangementReplacementTable.schema, replacements.rows.count), (ArrangementPlanTable.schema, plans.rows.count),
    ].filter { $0.1 > 0 }.map {
      RegionWarning(
        at: RegionPlace(file: $0.0.file),
        Bilingual(
          nl: "geen overeenkomst heeft model arrangement, dus deze tabel doet niets",
          en: "no agreement has model arrangement, so this table does nothing"))
    }
  }

  static func lines(_ records: ArrangementRecords, _ words: RegionWords, _ names: RegionNames) -> [String] {
    var lines: [String] = []
    if !records.outcomes.isEmpty {
      let counts = ArrangementOutcome.Result.allCases.map { result in
        (result, records.outcomes.count { $0.result == result })
      }
      lines.append(words.outcomes(counts.filter { $0.1 > 0 }))
    }
    if !records.changes.isEmpty {
      let difference = records.changes.reduce(Euros.zero) { $0 + $1.new - $1.old }
      lines.append(words.changes(records.changes.count, difference))
    }
    if !records.replacements.isEmpty {
      lines.append(
        words.replacements(records.replacements.count, transfers: records.replacements.count { $0.reason == .transfer })
      )
    }
    if !records.plans.isEmpty {
      let complete = records.plans.count { $0.planDate != nil && $0.arrangementDate != nil }
      lines.append(words.plans(records.plans.count, complete: complete))
    }
    return lines
  }
}
