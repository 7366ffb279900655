internal import SaldoDomain

/// `lump_sums.csv`: yearly amounts that are paid without declarations (lumpsum, subsidie).
enum LumpSumTable {
  static let schema = TableSchema(
    file: "lump_sums.csv", required: ["agreement", "provider", "domain", "year", "amount", "instalments"],
    optional: [
      "municipality", "municipality_shares", "key", "part", "corridor_band", "corridor_risk_share", "book_from",
    ])

  /// Reads one row.
  ///
  /// - Parameter keys: The keys by which a row may be shared.
  static func read(_ row: TableRow, keys: DistributionKeys) -> RowResult<LumpSum> {
    var reader = RowReader(row)
    let agreement = reader.value("agreement", .agreementKey)
    let provider = reader.value("provider", .provider)
    let domain: Domain? = reader.value("domain", .keyword)
    let year = reader.value("year", .year)
    let amount = reader.value("amount", .yearlyAmount)
    let instalments = reader.value("instalments", .calendar)
    let shares = shares(in: year, by: keys, reading: &reader)
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

  /// One municipality, several with their weights, or those of a key in the year.
  private static func shares(
    in year: Int?, by keys: DistributionKeys, reading reader: inout RowReader
  ) -> [LumpSum.Share]? {
    let municipality = reader.optional("municipality", .municipality)
    let shares = reader.optional("municipality_shares", .municipalityShares)
    let key = reader.optional("key", .keyName)
    let filled = ["municipality", "municipality_shares", "key"].filter { !reader.row.text($0).isEmpty }
    guard filled.count == 1 else {
      reader.report(
        filled.first ?? "municipality",
        filled.isEmpty
          ? Bilingual(nl: "geen gemeente is ingevuld", en: "no municipality is filled in")
          : Bilingual(nl: "ook \(filled[1]) is ingevuld", en: "\(filled[1]) is filled too"),
        Bilingual(
          nl: "een gemeente, gemeenten met hun gewicht in municipality_shares, of een verdeelsleutel in key",
          en: "a municipality, municipalities with their weights in municipality_shares, or a distribution key in key"))
      return nil
    }
    if let key {
      guard let year else { return nil }
      return keys.shares(of: key, in: year, reading: &reader)
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
