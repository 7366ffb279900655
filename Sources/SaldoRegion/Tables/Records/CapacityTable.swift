internal import SaldoDomain

/// `availability.csv`: places that are kept free (beschikbaarheid).
enum CapacityTable {
  static let schema = TableSchema(
    file: "availability.csv",
    required: ["agreement", "provider", "municipality", "domain", "places", "price_per_day", "from"],
    optional: ["until", "book_from"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<Capacity> {
    var reader = RowReader(row)
    let agreement = reader.value("agreement", .agreementKey)
    let provider = reader.value("provider", .provider)
    let municipality = reader.value("municipality", .municipality)
    let domain: Domain? = reader.value("domain", .keyword)
    let places = reader.value("places", .wholeNumber(in: 1...100_000))
    let price = reader.value("price_per_day", .price)
    let from = reader.value("from", .date)
    let until = reader.optional("until", .date)
    let bookFrom = reader.optional("book_from", .date)
    if let from, let until, until < from { reader.report("until", .endsTooEarly, .endExpected) }
    guard let agreement, let provider, let municipality, let domain, let places, let price, let from
    else { return RowResult(reader) }
    return RowResult(
      reader,
      Capacity(
        agreement: agreement, provider: provider, municipality: municipality, domain: domain, places: places,
        pricePerDay: price, validity: OpenPeriod(begin: from, end: until), bookFrom: bookFrom))
  }
}
