internal import SaldoDomain

/// Whether the tables of what municipalities share name what exists, nothing twice, and fit each other.
enum SharingChecks {
  /// Municipalities whose successor does not exist, or ended no later than they did, so that nobody takes over.
  static func successors(in tables: RegionTables) -> [RegionProblem] {
    let ends = Dictionary(
      tables.municipalities.values.map { ($0.code, $0.validUntil) }, uniquingKeysWith: { first, _ in first })
    return tables.municipalities.rows.compactMap { row in
      guard let successor = row.value.successor else { return nil }
      guard tables.municipalityKeys.knows(successor) else {
        return UnknownKeys.problem(at: row.row, "successor", in: MunicipalityTable.schema.file)
      }
      guard let end = ends[successor] ?? nil, let own = row.value.validUntil, end <= own else { return nil }
      return RegionProblem(
        at: row.row.place("successor"),
        found: Bilingual(nl: "de opvolger eindigt op \(end)", en: "the successor ends on \(end)"),
        expected: Bilingual(nl: "een gemeente na \(own)", en: "a municipality after \(own)"))
    }
  }

  /// Rows that name an unknown municipality, provider, group of products or key.
  static func references(in tables: RegionTables) -> [RegionProblem] {
    let sharing = tables.sharing
    var problems: [RegionProblem] = []
    func check<Value>(_ contents: TableContents<Value>, _ municipality: (Value) -> MunicipalityCode) {
      for row in contents.rows where !tables.municipalityKeys.knows(municipality(row.value)) {
        problems.append(UnknownKeys.problem(at: row.row, "municipality", in: MunicipalityTable.schema.file))
      }
    }
    check(sharing.keys, \.municipality)
    check(sharing.continuations, \.municipality)
    check(sharing.solidarityReports, \.municipality)
    check(sharing.reserves, \.municipality)
    check(sharing.municipalAdvances, \.municipality)
    for row in sharing.residences.rows where !tables.municipalityKeys.knows(row.value.municipality) {
      // A client may come from anywhere in the country.
      guard NationalMunicipalities.validity(of: row.value.municipality) == .unknown else { continue }
      problems.append(UnknownKeys.problem(at: row.row, "municipality", in: MunicipalityTable.schema.file))
    }
    for row in sharing.areas.rows where !tables.providerKeys.knows(row.value.consortium) {
      problems.append(UnknownKeys.problem(at: row.row, "consortium", in: ProviderTable.schema.file))
    }
    for row in sharing.areaExceptions.rows where !tables.providerKeys.knows(row.value.consortium) {
      problems.append(UnknownKeys.problem(at: row.row, "consortium", in: ProviderTable.schema.file))
    }
    for row in sharing.closedCareInstitutions.rows where !tables.providerKeys.knows(row.value.provider) {
      problems.append(UnknownKeys.problem(at: row.row, "provider", in: ProviderTable.schema.file))
    }
    let groups = tables.ceilings.groups
    for row in sharing.closedCare.rows where groups.areAllRead && !groups.names.contains(row.value.group) {
      problems.append(UnknownKeys.problem(at: row.row, "group", in: ProductGroupTable.schema.file))
    }
    for row in sharing.groupKeys.rows where groups.areAllRead && !groups.names.contains(row.value.group) {
      problems.append(UnknownKeys.problem(at: row.row, "group", in: ProductGroupTable.schema.file))
    }
    guard sharing.keys.hasAllRows || sharing.keys.rows.isEmpty else { return problems }
    let keys = Set(sharing.keys.values.map(\.key))
    for row in sharing.groupKeys.rows where !keys.contains(row.value.key) {
      problems.append(UnknownKeys.problem(at: row.row, "key", in: KeyTable.schema.file))
    }
    for row in sharing.overheads.rows where !keys.contains(row.value.key) {
      problems.append(UnknownKeys.problem(at: row.row, "key", in: KeyTable.schema.file))
    }
    return problems
  }

  /// Rows that are about the same thing, where one may be.
  static func repeated(in sharing: SharingTables) -> [RegionProblem] {
    RepeatedKeys.problems(among: sharing.keys.rows, at: "municipality") {
      [AnyHashable($0.key), $0.municipality, $0.year]
    }
      + RepeatedKeys.problems(among: sharing.groupKeys.rows, at: "group", by: \.group)
      + RepeatedKeys.problems(among: sharing.overheads.rows, at: "name") { [AnyHashable($0.name), $0.year] }
      + RepeatedKeys.problems(among: sharing.solidarityReports.rows, at: "municipality") {
        [AnyHashable($0.municipality), $0.domain, $0.year]
      }
      + RepeatedKeys.problems(among: sharing.reserves.rows, at: "municipality") {
        [AnyHashable($0.municipality), $0.year]
      }
      + RepeatedKeys.problems(among: sharing.indexation.rows, at: "year") { [AnyHashable($0.domain), $0.year] }
      + RepeatedKeys.problems(among: sharing.migrations.rows, at: "old_code", by: \.old)
      + RepeatedKeys.problems(among: sharing.areas.rows, at: "postal_code", by: \.postalCode)
      + RepeatedKeys.problems(among: sharing.costTiers.rows, at: "above", by: \.above)
      + RepeatedKeys.problems(among: sharing.closedCare.rows, at: "year") { [AnyHashable($0.group), $0.year] }
      + RepeatedKeys.problems(among: sharing.closedCareInstitutions.rows, at: "provider") {
        [AnyHashable($0.group), $0.provider]
      }
      + RepeatedKeys.problems(among: sharing.municipalAdvances.rows, at: "municipality") {
        [AnyHashable($0.municipality), $0.year]
      }
  }

  /// Closed care with a risk that no institution carries, and institutions of a group without terms.
  static func closedCare(in sharing: SharingTables) -> [RegionProblem] {
    var problems: [RegionProblem] = []
    let weighing = Set(sharing.closedCareInstitutions.values.filter { $0.weight > 0 }.map(\.group))
    for row in sharing.closedCare.rows
    where sharing.closedCareInstitutions.hasAllRows && row.value.riskSharePercent > 0
      && !weighing.contains(row.value.group)
    {
      problems.append(
        RegionProblem(
          at: row.row.place("risk_share"),
          found: Bilingual(
            nl: "geen instelling van deze groep weegt mee", en: "no institution of this group weighs"),
          expected: Bilingual(
            nl: "een instelling met een gewicht boven nul in \(ClosedCareInstitutionTable.schema.file)",
            en: "an institution with a weight above zero in \(ClosedCareInstitutionTable.schema.file)")))
    }
    let groups = Set(sharing.closedCare.values.map(\.group))
    for row in sharing.closedCareInstitutions.rows
    where sharing.closedCare.hasAllRows && !groups.contains(row.value.group) {
      problems.append(UnknownKeys.problem(at: row.row, "group", in: ClosedCareTable.schema.file))
    }
    return problems
  }

  /// Rows of one client, or terms of one domain, that hold on the same day.
  static func overlaps(in sharing: SharingTables) -> [RegionProblem] {
    overlaps(among: sharing.residences.rows, by: { [AnyHashable($0.bsn), $0.basis.isAddress] }, \.period)
      + overlaps(among: sharing.continuations.rows, by: \.bsn) {
        OpenPeriod(begin: $0.period.begin, end: $0.period.end)
      }
      + overlaps(among: sharing.areaExceptions.rows, by: \.bsn, \.period)
      + overlaps(among: sharing.solidarity.rows, by: \.domain) { terms in
        OpenPeriod(
          begin: CalendarMonth(year: terms.from, month: 1).first,
          end: terms.until.map { CalendarMonth(year: $0, month: 12).last })
      }
  }

  /// A problem at the later row of each pair that overlaps, without showing the key.
  private static func overlaps<Value, Key: Hashable>(
    among rows: [Located<Value>], by key: (Value) -> Key, _ period: (Value) -> OpenPeriod
  ) -> [RegionProblem] {
    var problems: [RegionProblem] = []
    for group in Dictionary(grouping: rows, by: { key($0.value) }).values {
      for (index, row) in group.enumerated() {
        guard let earlier = group[..<index].first(where: { period($0.value).overlaps(period(row.value)) }) else {
          continue
        }
        let number = earlier.row.number
        problems.append(
          RegionProblem(
            at: row.row.place("from"),
            found: Bilingual(nl: "de rij overlapt rij \(number)", en: "the row overlaps row \(number)"),
            expected: Bilingual(nl: "op elke dag hoogstens één rij", en: "at most one row on any day")))
      }
    }
    return problems
  }

  /// Keys of which nothing weighs or only some rows have a use rate, and overheads of years that their key does not have.
  static func keys(in sharing: SharingTables) -> [RegionProblem] {
    struct Group: Hashable {
      let key: String
      let year: Int?
    }
    var problems: [RegionProblem] = []
    for rows in Dictionary(grouping: sharing.keys.rows, by: { Group(key: $0.value.key, year: $0.value.year) }).values {
      if let odd = rows.first(where: { ($0.value.useRate == nil) != (rows[0].value.useRate == nil) }) {
        problems.append(
          RegionProblem(
            at: odd.row.place("use_rate"),
            found: Bilingual(
              nl: "rij \(rows[0].row.number) van deze sleutel is anders ingevuld",
              en: "row \(rows[0].row.number) of this key is filled in differently"),
            expected: Bilingual(
              nl: "een gebruik in elke rij van de sleutel of in geen enkele",
              en: "a use rate in every row of the key or in none")))
      }
      if sharing.keys.hasAllRows, rows.allSatisfy({ $0.value.product == 0 }) {
        problems.append(
          RegionProblem(
            at: rows[0].row.place("weight"), found: Bilingual(nl: "niemand weegt mee", en: "nobody weighs"),
            expected: Bilingual(nl: "een gewicht boven nul in de sleutel", en: "a weight above zero in the key")))
      }
    }
    guard sharing.keys.hasAllRows else { return problems }
    let records = sharing.records
    let known = Set(sharing.keys.values.map(\.key))
    for row in sharing.overheads.rows where known.contains(row.value.key) {
      guard records.weights(of: row.value.key, in: row.value.year).isEmpty else { continue }
      problems.append(
        RegionProblem(
          at: row.row.place("year"), found: DistributionKeys.noRows(for: row.value.year),
          expected: DistributionKeys.rows))
    }
    return problems
  }

  /// Neighbourhoods with two consortia, and a region of which nothing weighs.
  static func areas(in sharing: SharingTables) -> [RegionProblem] {
    var problems: [RegionProblem] = []
    for rows in Dictionary(grouping: sharing.areas.rows, by: \.value.neighbourhood).values {
      for row in rows where row.value.consortium != rows[0].value.consortium {
        problems.append(
          RegionProblem(
            at: row.row.place("consortium"),
            found: Bilingual(
              nl: "rij \(rows[0].row.number) van deze wijk noemt een ander consortium",
              en: "row \(rows[0].row.number) of this neighbourhood names another consortium"),
            expected: Bilingual(nl: "één consortium per wijk", en: "one consortium per neighbourhood")))
      }
    }
    if sharing.areas.hasAllRows, let first = sharing.areas.rows.first,
      sharing.areas.values.allSatisfy({ $0.weight == 0 })
    {
      problems.append(
        RegionProblem(
          at: first.row.place("weight"), found: Bilingual(nl: "geen wijk weegt mee", en: "no neighbourhood weighs"),
          expected: Bilingual(nl: "een gewicht boven nul", en: "a weight above zero")))
    }
    return problems
  }

  /// Years of which the year before is missing, so that nothing can be corrected.
  static func indexation(in sharing: SharingTables) -> [RegionProblem] {
    guard sharing.indexation.hasAllRows else { return [] }
    return sharing.indexation.rows.filter { row in
      !row.value.isFirstYear
        && !sharing.indexation.values.contains { $0.domain == row.value.domain && $0.year == row.value.year - 1 }
    }.map {
      let before = $0.value.year - 1
      return RegionProblem(
        at: $0.row.place("first_year"),
        found: Bilingual(nl: "het jaar \(before) ontbreekt", en: "the year \(before) is missing"),
        expected: Bilingual(
          nl: "een rij voor \(before), of yes in het eerste jaar", en: "a row for \(before), or yes in the first year"))
    }
  }

  /// Reports for years without a regime, and years that cannot be indexed yet.
  static func warnings(in sharing: SharingTables) -> [RegionWarning] {
    let records = sharing.records
    let reports = sharing.solidarityReports.rows.filter {
      records.solidarity($0.value.domain, in: $0.value.year) == nil
    }.map {
      RegionWarning(
        at: $0.row.place("year"),
        Bilingual(
          nl: "in \($0.value.year) geldt geen solidariteitsregeling",
          en: "no terms of solidarity hold in \($0.value.year)"))
    }
    let years = sharing.indexation.rows.filter { row in
      !row.value.isFirstYear
        && sharing.indexation.values.contains {
          $0.domain == row.value.domain && $0.year == row.value.year - 1
            && ($0.wage.definitive == nil || $0.material.definitive == nil)
        }
    }.map {
      let before = $0.value.year - 1
      return RegionWarning(
        at: $0.row.place("year"),
        Bilingual(
          nl: "de definitieve cijfers van \(before) ontbreken, dus \(before + 1) kan nog niet worden geïndexeerd",
          en: "the definitive figures of \(before) are missing, so \(before + 1) cannot be indexed yet"))
    }
    return reports + years
  }
}
