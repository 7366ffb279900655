import SaldoDomain

/// No care is allocated that begins after the client got access to long-term care (Wlz).
///
/// Addressed to the municipality, which knows it; the 301 stays in force and running lines are told by K010.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K016AllocationBeginsBeforeTheWlz: AllocationRule {
  static let metadata = RuleMetadata(
    signal: "K016", level: .contract, kinds: [.allocation], needs: .region,
    title: Bilingual(
      nl: "Er wordt geen zorg toegewezen die begint na toegang tot de Wet langdurige zorg.",
      en: "No care is allocated that begins after access to long-term care (Wlz)."),
    sentence: Bilingual(
      nl:
        "Toewijzing {allocation} van product {category} {code} begint op {begin}, nadat de cliënt toegang kreeg "
        + "tot de Wlz.",
      en:
        "Allocation {allocation} of product {category} {code} begins on {begin}, after the client got access to "
        + "the Wlz."
    ),
    hint: Bilingual(
      nl: "Gemeente: trek de toewijzing in, of leg een uitzondering met een reden vast.",
      en: "Municipality: withdraw the allocation, or record an exception with a reason."),
    facts: ["allocation", "category", "code", "begin"], source: "Saldo, contract rule K016")

  func verdict(on product: AllocatedProduct, of message: AllocationMessage, in context: RuleContext) -> Verdict {
    guard product.changeReason != .removed, let rule = product.rule(.wlz, of: message, in: context),
      let access = context.region?.localRules.wlz(of: message.client.bsn)
    else { return .notApplicable }
    guard product.validity.begin > access else { return .pass }
    return .fail([
      "allocation": .code(product.number.description), "category": .code(rule.category.rawValue),
      "code": .code(product.code?.string ?? "*"), "begin": .date(product.validity.begin),
    ])
  }
}
