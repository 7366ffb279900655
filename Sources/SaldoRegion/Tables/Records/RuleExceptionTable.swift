internal import SaldoDomain

/// `rule_exceptions.csv`: the exceptions to product rules, per allocation and with a reason (uitzonderingen).
enum RuleExceptionTable {
  static let schema = TableSchema(
    file: "rule_exceptions.csv", required: ["municipality", "allocation", "rule", "reason"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<RuleException> {
    var reader = RowReader(row)
    let municipality = reader.value("municipality", .municipality)
    let allocation = reader.value("allocation", .allocation)
    let rule: ProductRule.Kind? = reader.value("rule", .keyword)
    let reason = reader.value("reason", .name(Bilingual(nl: "de reden", en: "the reason")))
    guard let municipality, let allocation, let rule, let reason else { return RowResult(reader) }
    return RowResult(
      reader, RuleException(municipality: municipality, allocation: allocation, rule: rule, reason: reason))
  }
}
