internal import SaldoDomain

/// `advances.csv`: what providers get before the care is declared (voorschotten).
enum AdvanceTable {
  static let schema = TableSchema(
    file: "advances.csv",
    required: ["agreement", "provider", "municipality", "domain", "year", "settled"],
    optional: ["yearly_amount", "percent", "monthly_amount", "final", "book_from"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<Advance> {
    var reader = RowReader(row)
    let agreement = reader.value("agreement", .agreementKey)
    let provider = reader.value("provider", .provider)
    let municipality = reader.value("municipality", .municipality)
    let domain: Domain? = reader.value("domain", .keyword)
    let year = reader.value("year", .year)
    let yearly = reader.optional("yearly_amount", .yearlyAmount)
    let percent = reader.optional("percent", .percent)
    let monthly = reader.optional("monthly_amount", .yearlyAmount)
    let settled: Advance.Interval? = reader.value("settled", .keyword)
    let isFinal = reader.optional("final", .yesOrNo) ?? false
    let bookFrom = reader.optional("book_from", .date)
    let isGiven = ["yearly_amount", "percent", "monthly_amount"].map { !row.text($0).isEmpty }
    if isGiven[1] == isGiven[2] || (isGiven[1] && !isGiven[0]) {
      reader.report(
        isGiven[1] ? "yearly_amount" : "percent",
        Bilingual(
          nl: "de hoogte van het voorschot staat niet vast", en: "the height of the advance is not determined"),
        Bilingual(
          nl: "yearly_amount met percent, of monthly_amount zonder percent",
          en: "yearly_amount with percent, or monthly_amount without percent"))
    }
    guard let agreement, let provider, let municipality, let domain, let year, let settled,
      let height = percent.map(Advance.Height.percent) ?? monthly.map(Advance.Height.monthly)
    else { return RowResult(reader) }
    return RowResult(
      reader,
      Advance(
        agreement: agreement, provider: provider, municipality: municipality, domain: domain, year: year,
        yearlyAmount: yearly ?? (monthly ?? .zero) * 12, height: height, settled: settled, isFinal: isFinal,
        bookFrom: bookFrom))
  }
}
