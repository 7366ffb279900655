import SaldoDomain

/// Care after a client got access to long-term care (Wlz) is known to the municipality.
///
/// Only a signal: the sender cannot know it from the messages (OP095). The month in which the access begins passes.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K010CareIsNotInTheWlz: LineRule {
  static let metadata = RuleMetadata(
    signal: "K010", level: .contract, kinds: [.declaration], needs: [.region, .history],
    title: Bilingual(
      nl: "Zorg na toegang tot de Wet langdurige zorg is bekend bij de gemeente.",
      en: "Care after access to long-term care (Wlz) is known to the municipality."),
    sentence: Bilingual(
      nl:
        "De productperiode begint op {date}, na de maand waarin de cliënt toegang kreeg tot de Wlz, voor product "
        + "{category} {code}.",
      en:
        "The product period begins on {date}, after the month in which the client got access to the Wlz, for "
        + "product {category} {code}."
    ),
    hint: Bilingual(
      nl: "Overleg wanneer deze zorg overgaat naar de Wlz, en beëindig de toewijzing.",
      en: "Discuss when this care passes to the Wlz, and end the allocation."),
    facts: ["date", "category", "code"], source: "Saldo, contract rule K010")
  static let element = DeliveryLine.Element.periodBegin
  static let sides: Set<DebitCredit> = [.debit]

  static func applies(in context: RuleContext) -> Bool { context.region?.localRules.has(.wlz) == true }

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let line = subject.line
    guard subject.rule(.wlz, in: context) != nil, let access = context.region?.localRules.wlz(of: subject.bsn) else {
      return .notApplicable
    }
    guard line.period.begin.month > access.month else { return .pass }
    return .fail([
      "date": .date(line.period.begin), "category": .code(line.product.category.rawValue),
      "code": .code(line.product.code.string),
    ])
  }
}
