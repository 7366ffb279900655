internal import SaldoDomain

/// `agreements.csv`: the agreements on how care is paid (overeenkomsten).
enum AgreementTable {
  static let schema = TableSchema(
    file: "agreements.csv", required: ["agreement", "name", "model"],
    optional: [
      "tariff_date", "partial_month", "ledger_account", "cost_centre", "instalments", "on_replacement", "hold_days",
      "entitlement", "segment", "crisis", "client_ceiling",
    ])

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
    let instalments = reader.optional("instalments", .instalments)
    let onReplacement: Agreement.OnReplacement? = reader.optional("on_replacement", .keyword)
    let holdDays = reader.optional("hold_days", .wholeNumber(in: 0...8))
    let entitlement: Agreement.Entitlement? = reader.optional("entitlement", .keyword)
    let segment = reader.optional("segment", .name(Bilingual(nl: "een segment", en: "a segment")))
    let crisis = reader.optional("crisis", .yesOrNo)
    let clientCeiling = reader.optional("client_ceiling", .yesOrNo)
    keys.add(key, "agreement", reading: &reader)
    guard let key, let name, let model else { return RowResult(reader) }
    var agreement = Agreement(
      key: key, name: name, model: model,
      tariffDate: tariffDate ?? (model == .arrangement ? .start : .delivery), partialMonth: partialMonth ?? .full,
      ledgerAccount: account, costCentre: costCentre)
    if model == .arrangement { agreement.instalments = instalments ?? Agreement.Instalment.halves }
    agreement.onReplacement = onReplacement ?? agreement.onReplacement
    agreement.holdDays = holdDays ?? agreement.holdDays
    agreement.entitlement = entitlement ?? agreement.entitlement
    agreement.segment = segment
    agreement.isCrisisCare = crisis ?? agreement.isCrisisCare
    agreement.countsForClientCeiling = clientCeiling ?? agreement.countsForClientCeiling
    return RowResult(reader, agreement)
  }
}
