internal import SaldoDomain

/// Whether groups of clients and the price rows that name them belong together.
enum ClientGroupChecks {
  /// The problems of `client_groups.csv`, each at the later row of a pair, without naming the client.
  static func problems(in tables: RegionTables) -> [RegionProblem] {
    struct Key: Hashable {
      let group: String
      let municipality: MunicipalityCode
      let bsn: Bsn
    }
    let members = Dictionary(grouping: tables.clientGroups.rows) {
      Key(group: $0.value.group, municipality: $0.value.municipality, bsn: $0.value.bsn)
    }
    var problems: [RegionProblem] = []
    for rows in members.values where rows.count > 1 {
      for (index, row) in rows.enumerated() {
        guard let first = rows[..<index].first(where: { $0.value.validity.overlaps(row.value.validity) }) else {
          continue
        }
        problems.append(
          RegionProblem(
            at: row.row.place("from"),
            found: Bilingual(
              nl: "de rij overlapt rij \(first.row.number), met dezelfde groep, gemeente en cliënt",
              en: "the row overlaps row \(first.row.number), with the same group, municipality and client"),
            expected: Bilingual(
              nl: "een cliënt op elke dag hoogstens één keer in een groep",
              en: "a client in a group at most once on any day")))
      }
    }
    return problems
  }

  /// Groups that only one of the two tables has.
  static func warnings(in tables: RegionTables) -> [RegionWarning] {
    let priced = Set(tables.prices.values.compactMap(\.clientGroup))
    let filled = Set(tables.clientGroups.values.map(\.group))
    var seen: Set<String> = []
    let unpriced = tables.clientGroups.rows.filter {
      !priced.contains($0.value.group) && seen.insert($0.value.group).inserted
    }.map {
      RegionWarning(
        at: $0.row.place("group"),
        Bilingual(nl: "geen prijs in products.csv is voor deze groep", en: "no price in products.csv is for this group")
      )
    }
    seen = []
    let empty = tables.prices.rows.filter { row in
      row.value.clientGroup.map { !filled.contains($0) && seen.insert($0).inserted } ?? false
    }.map {
      RegionWarning(
        at: $0.row.place("client_group"),
        Bilingual(
          nl: "geen cliënt in client_groups.csv is in deze groep",
          en: "no client in client_groups.csv is in this group"))
    }
    return unpriced + empty
  }
}
