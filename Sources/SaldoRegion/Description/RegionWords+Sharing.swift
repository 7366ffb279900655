internal import SaldoDomain

/// What municipalities share, in words.
extension RegionWords {
  /// A line per key and year: what each municipality weighs, and for which groups.
  func keys(_ records: SharingRecords, _ names: RegionNames) -> [String] {
    var order: [[AnyHashable]] = []
    let groups = Dictionary(grouping: records.keys) { row in [AnyHashable(row.key), row.year] }
    for row in records.keys {
      let name = [AnyHashable(row.key), row.year]
      if !order.contains(name) { order.append(name) }
    }
    return order.compactMap { groups[$0] }.map { rows in
      let year = rows[0].year.map { say(" voor \($0)", " for \($0)") } ?? ""
      let weights = rows.map { row in
        let rate = row.useRate.map { " × " + percent(hundredths: $0) } ?? ""
        return "\(names.municipality(row.municipality)) \(HumanText.number(row.weight, in: language))\(rate)"
      }.joined(separator: ", ")
      let users = records.groupKeys.filter { $0.key == rows[0].key }.map(\.group).joined(separator: ", ")
      let use = users.isEmpty ? "" : say("; voor \(users)", "; for \(users)")
      return say("Sleutel ", "Key ") + "\(rows[0].key)\(year): \(weights)\(use)"
    }
  }

  func overhead(_ row: Overhead) -> String {
    let amount = HumanText.euros(row.amount, in: language)
    return say(
      "Uitvoeringskosten \(row.name) in \(row.year): \(amount), volgens sleutel \(row.key)",
      "Overhead \(row.name) in \(row.year): \(amount), by key \(row.key)")
  }

  var residences: Bilingual { Bilingual(nl: "Woonplaatsen", en: "Residences") }
  var continuations: Bilingual {
    Bilingual(nl: "Zorg onder het contract van de oude gemeente", en: "Care under the contract of the old municipality")
  }
  var areaExceptions: Bilingual {
    Bilingual(nl: "Hulp door een ander consortium", en: "Help by another consortium")
  }

  /// How many clients a table is about; no line when none.
  func clients(_ clients: [Bsn], _ title: Bilingual) -> [String] {
    let count = Set(clients).count
    guard count > 0 else { return [] }
    return [
      "\(title.text(in: language)): "
        + say("\(count) \(count == 1 ? "cliënt" : "cliënten")", "\(count) \(count == 1 ? "client" : "clients")")
    ]
  }

  func solidarity(_ terms: SolidarityTerms) -> String {
    let years =
      terms.until.map { say("\(terms.from) tot en met \($0)", "\(terms.from) up to and including \($0)") }
      ?? say("vanaf \(terms.from)", "from \(terms.from) on")
    return say("Solidariteit ", "Solidarity ") + "\(terms.domain.rawValue), \(years): \(form(terms.form))"
  }

  private func form(_ form: SolidarityTerms.Form) -> String {
    switch form {
    case .pool(let share):
      return say("\(share) % van elk budget gaat in een pool", "\(share)% of each budget goes into a pool")
    case .claims(let claims):
      let threshold = claims.thresholdPercent
      let scope =
        switch claims.scope {
        case .aboveThreshold:
          say(
            "het deel van een overschrijding boven \(threshold) % wordt gedeeld",
            "the part of an overrun above \(threshold)% is shared")
        case .wholeOverrun:
          say(
            "een overschrijding van meer dan \(threshold) % wordt geheel gedeeld",
            "an overrun of more than \(threshold)% is shared as a whole")
        }
      let cap =
        switch claims.cap {
        case .threshold: say("de anderen dragen tot hun eigen drempel", "the others carry up to their own threshold")
        case .none: say("de anderen dragen zonder grens", "the others carry without limit")
        }
      return "\(scope); \(cap)"
    }
  }

  func solidarityReport(_ report: SolidarityReport, _ names: RegionNames) -> String {
    let (name, date) = (names.municipality(report.municipality), HumanText.date(report.received, in: language))
    return say(
      "Onderbouwing van \(name) voor \(report.domain.rawValue) \(report.year), ontvangen op \(date)",
      "Report of \(name) for \(report.domain.rawValue) \(report.year), received on \(date)")
  }

  func reserve(_ row: Reserve, _ names: RegionNames) -> String {
    let (name, amount) = (names.municipality(row.municipality), HumanText.euros(row.amount, in: language))
    return say("Reserve van \(name) in \(row.year): \(amount)", "Reserve of \(name) in \(row.year): \(amount)")
  }

  func closedCare(_ terms: ClosedCareTerms, _ institutions: [ClosedCareInstitution], _ names: RegionNames) -> String {
    let agreed = HumanText.euros(terms.agreed, in: language)
    let carriers = institutions.filter { $0.group == terms.group }
      .map { "\(names.provider($0.provider)) \($0.weight)" }.joined(separator: ", ")
    return say(
      "Gezamenlijk gesloten zorg \(terms.group) in \(terms.year): afgesproken \(agreed), "
        + "\(terms.riskSharePercent) % van een afwijking voor de instellingen: \(carriers)",
      "Closed care \(terms.group) together in \(terms.year): \(agreed) agreed, "
        + "\(terms.riskSharePercent)% of a deviation for the institutions: \(carriers)")
  }

  func municipalAdvance(_ row: MunicipalAdvance, _ names: RegionNames) -> String {
    let (name, amount) = (names.municipality(row.municipality), HumanText.euros(row.amount, in: language))
    return say(
      "Voorschot van \(name) voor \(row.year): \(amount)", "Advance of \(name) for \(row.year): \(amount)")
  }

  func indexation(_ row: IndexationFigures) -> String {
    let parts = [
      say(
        "\(row.wageSharePercent) % loon en \(100 - row.wageSharePercent) % materieel",
        "\(row.wageSharePercent)% wages and \(100 - row.wageSharePercent)% material"),
      say("loon ", "wages ") + growth(row.wage), say("materieel ", "material ") + growth(row.material),
    ]
    let first = row.isFirstYear ? [say("zonder correctie", "without correction")] : []
    return say("Indexering ", "Indexation ") + "\(row.domain.rawValue) \(row.year): "
      + (parts + first).joined(separator: "; ")
  }

  private func growth(_ growth: IndexationFigures.Growth) -> String {
    let forecast = say("raming ", "forecast ") + percent(hundredths: growth.forecast)
    return growth.definitive.map {
      forecast + say(", definitief ", ", definitive ") + percent(hundredths: $0)
    } ?? forecast
  }

  func migration(_ row: ProductMigration) -> String {
    "Product \(product(row.old))" + say(" telt als ", " counts as ") + product(row.new)
  }

  /// A line per neighbourhood: how many postal codes, what they weigh, and the consortium.
  func areas(_ areas: [Area], _ names: RegionNames) -> [String] {
    var order: [String] = []
    for area in areas where !order.contains(area.neighbourhood) { order.append(area.neighbourhood) }
    let groups = Dictionary(grouping: areas, by: \.neighbourhood)
    return order.map { name in
      let rows = groups[name, default: []]
      let weight = HumanText.number(rows.reduce(0) { $0 + $1.weight }, in: language)
      let codes = rows.map(\.postalCode).joined(separator: ", ")
      let consortium = rows.first.map { names.provider($0.consortium) } ?? ""
      return say(
        "Wijk \(name) (\(codes)): gewicht \(weight), \(consortium)",
        "Neighbourhood \(name) (\(codes)): weight \(weight), \(consortium)")
    }
  }

  /// One line with all tiers; none when the usual ones hold.
  func costTiers(_ tiers: [CostTier]) -> [String] {
    guard !tiers.isEmpty else { return [] }
    let amounts = tiers.sorted { $0.above < $1.above }.map { "\(HumanText.euros($0.above, in: language)) (\($0.name))" }
      .joined(separator: ", ")
    return [
      say("Geraamde kosten terug naar de manager boven: ", "Projected cost back to the manager above: ") + amounts
    ]
  }

  private func percent(hundredths: Int) -> String { HumanText.percent(hundredths: hundredths, in: language) }
}
