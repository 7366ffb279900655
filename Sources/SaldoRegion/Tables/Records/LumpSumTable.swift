internal import SaldoDomain

/// `lump_sums.csv`: yearly amounts that are paid without declarations (lumpsum, subsidie).
enum LumpSumTable {
  static let schema = TableSchema(
    file: "lump_sums.csv", required: ["agreement", "provider", "domain", "year", "amount", "instalments"],
    optional: ["municipality", "municipality_shares", "part", "corridor_band", "corridor_risk_share", "book_from"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<LumpSum> {
    var reader = RowReader(row)
    let agreement = reader.value("agreement", .agreementKey)
    let provider = reader.value("provider", .provider)
    let domain: Domain? = reader.value("domain", .keyword)
    let year = reader.value("year", .year)
    let amount = reader.value("amount", .yearlyAmount)
    let instalments = reader.value("instalments", .calendar)
    let shares = shares(reading: &reader)
    let part: LumpSum.Part = reader.optional("part", .keyword) ?? .care
    let corridor = corridor(of: part, reading: &reader)
    let bookFrom = reader.optional("book_from", .date)
    if let year, case .days(let days)? = instalments, let other = days.first(where: { $0.year != year }) {
      reader.report(
        "instalments", Bilingual(nl: "\(other.iso) ligt niet in \(year)", en: "\(other.iso) is not in \(year)"),
        Bilingual(nl: "dagen in het jaar van de rij", en: "days in the year of the row"))
    }
    guard let agreement, let provider, let domain, let year, let amount, let instalments, let shares
    else { return RowResult(reader) }
    return RowResult(
      reader,
      LumpSum(
        agreement: agreement, provider: provider, domain: domain, shares: shares, year: year, amount: amount,
        instalments: instalments, part: part, corridor: corridor, bookFrom: bookFrom))
  }

  /// One municipality, or several with their weights.
  private static func shares(reading reader: inout RowReader) -> [LumpSum.Share]? {
    let municipality = reader.optional("municipality", .municipality)
    let shares = reader.optional("municipality_shares", .municipalityShares)
    let isGiven = (!reader.row.text("municipality").isEmpty, !reader.row.text("municipality_shares").isEmpty)
    guard isGiven.0 != isGiven.1 else {
      reader.report(
        "municipality",
        isGiven.0
          ? Bilingual(nl: "ook municipality_shares is ingevuld", en: "municipality_shares is filled too")
          : Bilingual(nl: "geen gemeente is ingevuld", en: "no municipality is filled in"),
        Bilingual(
          nl: "een gemeente, of gemeenten met hun gewicht in municipality_shares",
          en: "a municipality, or municipalities with their weights in municipality_shares"))
      return nil
    }
    return shares ?? municipality.map { [LumpSum.Share(municipality: $0, weight: 1)] }
  }

  /// Band and risk share, both or neither, and only for care: production is of care.
  private static func corridor(of part: LumpSum.Part, reading reader: inout RowReader) -> LumpSum.Corridor? {
    let band = reader.optional("corridor_band", .percent)
    let share = reader.optional("corridor_risk_share", .percent)
    let isGiven = (!reader.row.text("corridor_band").isEmpty, !reader.row.text("corridor_risk_share").isEmpty)
    if isGiven.0 != isGiven.1 {
      reader.report(
        isGiven.0 ? "corridor_risk_share" : "corridor_band",
        Bilingual(nl: "de cel is leeg", en: "the cell is empty"),
        Bilingual(
          nl: "een bandbreedte met een risicodeling, of geen van beide", en: "a band with a risk share, or neither"))
    } else if isGiven.0, part != .care {
      reader.report(
        "corridor_band", Bilingual(nl: "part is \(part.rawValue)", en: "part is \(part.rawValue)"),
        Bilingual(nl: "een bandbreedte alleen bij zorg", en: "a band for care only"))
    }
    guard let band, let share else { return nil }
    return LumpSum.Corridor(bandPercent: band, riskSharePercent: share)
  }
}

extension CellFormat where Value == String {
  /// The key of an agreement.
  static var agreementKey: CellFormat {
    .name(Bilingual(nl: "de sleutel van de overeenkomst", en: "the agreement's key"))
  }
}
