internal import SaldoDomain

/// `products.csv`: the product catalogue, one row per price (productcatalogus).
enum PriceTable {
  static let schema = TableSchema(
    file: "products.csv",
    required: ["category", "code", "unit", "price", "valid_from", "agreement"],
    optional: ["price_unit", "provider", "municipality", "valid_until", "client_group"])

  /// Reads one row by itself; ``ReferenceChecks`` and ``PriceSequenceChecks`` look at it among the others.
  static func read(_ row: TableRow) -> RowResult<PriceRow> {
    var reader = RowReader(row)
    let category = reader.value("category", .category)
    let code = reader.value("code", .productCode)
    let unit = reader.value("unit", .unit)
    let price = reader.value("price", .price)
    let basis = unit.flatMap { readBasis(of: $0, &reader) }
    let provider = reader.orAll("provider", .provider)
    let municipality = reader.orAll("municipality", .municipality)
    let from = reader.value("valid_from", .date)
    let until = reader.optional("valid_until", .date)
    let agreement = reader.value(
      "agreement", .name(Bilingual(nl: "de sleutel van een overeenkomst", en: "the key of an agreement")))
    let group = reader.optional("client_group", .clientGroup)
    checkMonths(from: from, until: until, &reader)
    guard let category, let code, let unit, let price, let basis, let from, let agreement else {
      return RowResult(reader)
    }
    let value = PriceRow(
      product: Product(category: category, code: code), unit: unit, price: price, basis: basis, provider: provider,
      municipality: municipality, validity: OpenPeriod(begin: from, end: until), agreement: agreement,
      clientGroup: group)
    return RowResult(reader, value)
  }

  /// What the price is for one of, from column `price_unit`; nil after reporting a problem.
  private static func readBasis(of unit: CareUnit, _ reader: inout RowReader) -> PriceBasis? {
    let text = reader.row.text("price_unit")
    switch (unit, text) {
    case (.euro, "week"): return .week
    case (.euro, "month"): return .month
    case (.euro, "total"): return .total
    case (.euro, _): break
    case (_, ""), (_, unit.rawValue): return .unit
    case (.minute, CareUnit.hour.rawValue): return .hour
    default: break
    }
    let shown = QuotedText.quote(text)
    reader.report(
      "price_unit",
      text.isEmpty
        ? Bilingual(nl: "de cel is leeg", en: "the cell is empty")
        : Bilingual(
          nl: "\(shown) past niet bij eenheid \(unit.rawValue)", en: "\(shown) does not fit unit \(unit.rawValue)"),
      expectedBasis(of: unit, found: text))
    return nil
  }

  private static func expectedBasis(of unit: CareUnit, found: String) -> Bilingual {
    switch unit {
    case .euro: return Bilingual(nl: "week, month of total", en: "week, month or total")
    case .minute:
      return Bilingual(
        nl: "leeg of 01 (prijs per minuut) of 04 (prijs per uur)", en: "empty or 01 (per minute) or 04 (per hour)")
    default:
      let expected = Bilingual(nl: "leeg of \(unit.rawValue)", en: "empty or \(unit.rawValue)")
      guard "0\(found)" == unit.rawValue else { return expected }
      return Bilingual(
        nl: "\(expected.dutch); een spreadsheet heeft misschien een voorloopnul weggelaten",
        en: "\(expected.english); a spreadsheet may have dropped a leading zero")
    }
  }

  /// A price holds for whole months (Documentation/Funding.md).
  private static func checkMonths(from: CalendarDate?, until: CalendarDate?, _ reader: inout RowReader) {
    if let from, from != from.month.first {
      reader.report(
        "valid_from",
        Bilingual(nl: "\(from) is geen eerste dag van een maand", en: "\(from) is not the first day of a month"),
        Bilingual(nl: "bijvoorbeeld \(from.month.first)", en: "for instance \(from.month.first)"))
    }
    if let until, until != until.month.last {
      reader.report(
        "valid_until",
        Bilingual(nl: "\(until) is geen laatste dag van een maand", en: "\(until) is not the last day of a month"),
        Bilingual(nl: "bijvoorbeeld \(until.month.last)", en: "for instance \(until.month.last)"))
    }
    if let from, let until, until < from { reader.report("valid_until", .endsTooEarly, .endExpected) }
  }
}
