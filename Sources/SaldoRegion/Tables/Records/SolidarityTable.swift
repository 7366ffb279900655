internal import SaldoDomain

/// `solidarity.csv`: on what terms municipalities help each other (solidariteitsregeling).
enum SolidarityTable {
  static let schema = TableSchema(
    file: "solidarity.csv", required: ["domain", "from"],
    optional: ["until", "threshold", "scope", "cap", "pooled_share"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<SolidarityTerms> {
    var reader = RowReader(row)
    let domain: Domain? = reader.value("domain", .keyword)
    let from = reader.value("from", .year)
    let until = reader.optional("until", .year)
    let form = form(reading: &reader)
    if let from, let until, until < from {
      reader.report(
        "until", Bilingual(nl: "het laatste jaar ligt voor het eerste", en: "the last year is before the first"),
        Bilingual(nl: "een jaar op of na het eerste", en: "a year on or after the first"))
    }
    guard let domain, let from else { return RowResult(reader) }
    return RowResult(reader, SolidarityTerms(domain: domain, from: from, until: until, form: form))
  }

  /// A pool, or claims; the terms of one say nothing of the other.
  private static func form(reading reader: inout RowReader) -> SolidarityTerms.Form {
    let share = reader.optional("pooled_share", .percent)
    let threshold = reader.optional("threshold", .percent)
    let scope: SolidarityTerms.Claims.Scope? = reader.optional("scope", .keyword)
    let cap: SolidarityTerms.Claims.Cap? = reader.optional("cap", .keyword)
    if !reader.row.text("pooled_share").isEmpty,
      let other = ["threshold", "scope", "cap"].first(where: { !reader.row.text($0).isEmpty })
    {
      reader.report(
        other, Bilingual(nl: "ook pooled_share is ingevuld", en: "pooled_share is filled too"),
        Bilingual(nl: "een pool of drempels, niet beide", en: "a pool or thresholds, not both"))
    }
    if let share { return .pool(sharePercent: share) }
    let usual = SolidarityTerms.Claims()
    return .claims(
      SolidarityTerms.Claims(
        thresholdPercent: threshold ?? usual.thresholdPercent, scope: scope ?? usual.scope, cap: cap ?? usual.cap))
  }
}

/// `solidarity_reports.csv`: the reports behind claims (onderbouwingen).
enum SolidarityReportTable {
  static let schema = TableSchema(
    file: "solidarity_reports.csv", required: ["municipality", "domain", "year", "received"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<SolidarityReport> {
    var reader = RowReader(row)
    let municipality = reader.value("municipality", .municipality)
    let domain: Domain? = reader.value("domain", .keyword)
    let year = reader.value("year", .year)
    let received = reader.value("received", .date)
    guard let municipality, let domain, let year, let received else { return RowResult(reader) }
    return RowResult(
      reader, SolidarityReport(municipality: municipality, domain: domain, year: year, received: received))
  }
}
