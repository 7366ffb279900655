internal import SaldoDomain

/// `agreements.csv`: the agreements on how care is paid (overeenkomsten).
enum AgreementTable {
  static let schema = TableSchema(
    file: "agreements.csv", required: ["agreement", "name", "model"],
    optional: ["tariff_date", "partial_month", "ledger_account", "cost_centre"])

  /// Reads one row.
  static func read(_ row: TableRow, into keys: inout KeyIndex<String>) -> RowResult<Agreement> {
    var reader = RowReader(row)
    let key = reader.value(
      "agreement", .name(Bilingual(nl: "de sleutel van de overeenkomst", en: "the agreement's key")))
    let name = reader.value("name", .name(Bilingual(nl: "de naam van de overeenkomst", en: "the agreement's name")))
    let model: FundingModelKind? = reader.value("model", .keyword)
    let tariffDate: Agreement.TariffDate? = reader.optional("tariff_date", .keyword)
    let partialMonth: Agreement.PartialMonth? = reader.optional("partial_month", .keyword)
    let account = reader.optional(
      "ledger_account", .name(Bilingual(nl: "een grootboekrekening", en: "a ledger account")))
    let costCentre = reader.optional("cost_centre", .name(Bilingual(nl: "een kostenplaats", en: "a cost centre")))
    keys.add(key, "agreement", reading: &reader)
    guard let key, let name, let model else { return RowResult(reader) }
    let agreement = Agreement(
      key: key, name: name, model: model, tariffDate: tariffDate ?? .delivery, partialMonth: partialMonth ?? .full,
      ledgerAccount: account, costCentre: costCentre)
    return RowResult(reader, agreement)
  }
}
