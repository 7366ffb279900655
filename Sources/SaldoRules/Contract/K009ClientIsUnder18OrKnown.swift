import SaldoDomain

/// Care after the month in which the client turns 18 is known to the municipality, where the region only wants to know.
///
/// The same gate as K008, as a signal.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K009ClientIsUnder18OrKnown: LineRule {
  static let metadata = RuleMetadata(
    signal: "K009", level: .contract, kinds: [.declaration], needs: [.region, .history],
    title: Bilingual(
      nl: "Zorg na de maand waarin de cliënt 18 wordt, is bekend bij de gemeente.",
      en: "Care after the month in which the client turns 18 is known to the municipality."),
    sentence: Bilingual(
      nl: "De productperiode begint op {date}, na de maand waarin de cliënt 18 werd, voor product {category} {code}.",
      en:
        "The product period begins on {date}, after the month in which the client turned 18, for product "
        + "{category} {code}."
    ),
    hint: Bilingual(
      nl: "Ga na of er verlengde jeugdhulp met een reden en een toekomstplan is, en leg die vast als uitzondering.",
      en: "Find out whether there is extended youth care with a reason and a plan, and record it as an exception."),
    facts: ["date", "category", "code"], source: "Saldo, contract rule K009")
  static let element = DeliveryLine.Element.periodBegin
  static let sides: Set<DebitCredit> = [.debit]

  static func applies(in context: RuleContext) -> Bool { context.region?.localRules.has(.age18) == true }

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    subject.verdictOnAge(.signal, in: context)
  }
}
