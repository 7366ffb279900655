internal import SaldoDomain

/// `outcomes.csv`: what arrangements achieved (uitkomsten).
enum OutcomeTable {
  static let schema = TableSchema(
    file: "outcomes.csv",
    required: ["municipality", "allocation", "category", "code", "date", "outcome", "assessed_by"],
    optional: ["percent", "domain"], isPersonal: true)

  /// Reads one row; the percentage stands with an outcome that is reached partly, and only there.
  static func read(_ row: TableRow) -> RowResult<ArrangementOutcome> {
    var reader = RowReader(row)
    let arrangement = reader.arrangement()
    let category = reader.value("category", .category)
    let code = reader.value("code", .productCode)
    let date = reader.value("date", .date)
    let result: ArrangementOutcome.Result? = reader.value("outcome", .keyword)
    let percent =
      result == .partly ? reader.value("percent", .wholeNumber(in: 1...99)) : reader.optional("percent", .percent)
    let assessors = reader.value(
      "assessed_by", .name(Bilingual(nl: "wie de uitkomst beoordeelden", en: "who assessed the outcome")))
    if let result, result != .partly, percent != nil {
      reader.report(
        "percent",
        Bilingual(nl: "een percentage hoort niet bij \(result.rawValue)", en: "\(result.rawValue) has no percentage"),
        Bilingual(nl: "leeg, of uitkomst partly", en: "empty, or outcome partly"))
    }
    guard let arrangement, let category, let code, let date, let result, let assessors else {
      return RowResult(reader)
    }
    return RowResult(
      reader,
      ArrangementOutcome(
        arrangement: arrangement, product: Product(category: category, code: code), date: date, result: result,
        percent: percent, assessedBy: assessors))
  }
}

extension RowReader {
  /// The arrangement that a row is about: columns `municipality`, `allocation` and, when it is not youth care, `domain`;
  /// nil after reporting a problem.
  mutating func arrangement() -> ArrangementKey? {
    let municipality = value("municipality", .municipality)
    let allocation = value("allocation", .allocation)
    let domain: Domain? = optional("domain", .keyword)
    guard let municipality, let allocation else { return nil }
    return ArrangementKey(domain: domain ?? .jw, municipality: municipality, allocation: allocation)
  }
}
