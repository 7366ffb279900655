internal import SaldoDomain

/// Whether a client has at most one ceiling at a municipality on any day.
enum ClientCeilingChecks {
  /// The problems of `client_ceilings.csv`, each at the later row of a pair, without naming the client.
  static func problems(in tables: RegionTables) -> [RegionProblem] {
    var problems: [RegionProblem] = []
    for rows in Dictionary(grouping: tables.clientCeilings.rows, by: { Key($0.value) }).values where rows.count > 1 {
      let sorted = rows.sorted { ($0.value.period.begin, $0.row.number) < ($1.value.period.begin, $1.row.number) }
      var longest = sorted[0]
      for next in sorted.dropFirst() {
        if next.value.period.begin <= longest.value.period.end { problems.append(overlap(longest.row, next.row)) }
        if longest.value.period.end < next.value.period.end { longest = next }
      }
    }
    return problems
  }

  private struct Key: Hashable {
    let municipality: MunicipalityCode
    let bsn: Bsn

    init(_ ceiling: ClientCeiling) {
      municipality = ceiling.municipality
      bsn = ceiling.bsn
    }
  }

  private static func overlap(_ first: TableRow, _ second: TableRow) -> RegionProblem {
    let number = min(first.number, second.number)
    return RegionProblem(
      at: (first.number < second.number ? second : first).place("from"),
      found: Bilingual(
        nl: "de rij overlapt rij \(number), met dezelfde gemeente en cliënt",
        en: "the row overlaps row \(number), with the same municipality and client"),
      expected: Bilingual(nl: "op elke dag hoogstens één plafond", en: "at most one ceiling on any day"))
  }
}
