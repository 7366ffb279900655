internal import SaldoDomain

/// Whether the price rows of one key follow each other: on every day at most one, and none missing in between.
///
/// A key is product, unit, provider or all, municipality or all, client group or all. Rows of a more specific key may overlap those of a
/// more general one: the most specific row wins (Documentation/Funding.md).
enum PriceSequenceChecks {
  /// The problems of `products.csv`, each at the later row of a pair.
  static func problems(in tables: RegionTables) -> [RegionProblem] {
    var problems: [RegionProblem] = []
    for rows in Dictionary(grouping: tables.prices.rows, by: { PriceKey($0.value) }).values where rows.count > 1 {
      let sorted = rows.sorted {
        ($0.value.validity.begin, $0.row.number) < ($1.value.validity.begin, $1.row.number)
      }
      var longest = sorted[0]
      for next in sorted.dropFirst() {
        if longest.value.validity.overlaps(next.value.validity) {
          problems.append(overlap(longest, next))
        } else if tables.prices.hasAllRows, let end = longest.value.validity.end,
          end.adding(days: 1) < next.value.validity.begin
        {
          problems.append(gap(after: end, before: next, since: longest.row.number))
        }
        if let end = longest.value.validity.end, end < next.value.validity.end ?? .distant { longest = next }
      }
    }
    return problems
  }

  private static func overlap(_ first: Located<PriceRow>, _ second: Located<PriceRow>) -> RegionProblem {
    let (earlier, later) = first.row.number < second.row.number ? (first, second) : (second, first)
    let number = earlier.row.number
    return RegionProblem(
      at: later.row.place("valid_from"),
      found: Bilingual(
        nl: "de rij overlapt rij \(number), met dezelfde categorie, code, eenheid, aanbieder en gemeente",
        en: "the row overlaps row \(number), with the same category, code, unit, provider and municipality"),
      expected: Bilingual(nl: "op elke dag hoogstens één prijs", en: "at most one price on any day"))
  }

  private static func gap(after end: CalendarDate, before next: Located<PriceRow>, since number: Int) -> RegionProblem {
    RegionProblem(
      at: next.row.place("valid_from"),
      found: Bilingual(
        nl: "de prijs van rij \(number) loopt tot en met \(end) en deze begint op \(next.value.validity.begin)",
        en: "the price of row \(number) runs up to and including \(end) and this one begins on "
          + "\(next.value.validity.begin)"),
      expected: Bilingual(
        nl: "een prijs vanaf \(end.adding(days: 1)), zonder gat ertussen",
        en: "a price from \(end.adding(days: 1)) on, without a gap"))
  }
}

/// What a price row is for: on every day at most one row of a key holds.
struct PriceKey: Hashable {
  let product: Product
  let unit: CareUnit
  let provider: ProviderCode?
  let municipality: MunicipalityCode?
  let clientGroup: String?

  init(_ row: PriceRow) {
    product = row.product
    unit = row.unit
    provider = row.provider
    municipality = row.municipality
    clientGroup = row.clientGroup
  }
}

extension CalendarDate {
  /// A day after every day that a table can hold.
  fileprivate static let distant = CalendarDate(daysSince1970: .max)
}
