import SaldoDomain

/// Care ends with the month in which the client turns 18, where the agreement says that later lines are refused.
///
/// A partial birth date counts as its latest day; without one nothing is judged. The sentence never shows a birth date.
/// The code 9308 is true of the line: it lies after the period for which the care is contracted. See K009 for the
/// signal.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K008ClientIsUnder18: LineRule {
  static let metadata = RuleMetadata(
    "K008", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9308"), answerClass: .line,
    needs: [.region, .history],
    title: Bilingual(
      nl: "Deze zorg eindigt met de maand waarin de cliënt 18 wordt.",
      en: "This care ends with the month in which the client turns 18."),
    sentence: Bilingual(
      nl:
        "De productperiode begint op {date}, na de maand waarin de cliënt 18 werd; product {category} {code} is "
        + "dan niet meer gecontracteerd.",
      en:
        "The product period begins on {date}, after the month in which the client turned 18; product {category} "
        + "{code} is not contracted then."
    ),
    hint: Bilingual(
      nl: "Vraag de gemeente om verlengde jeugdhulp met een uitzondering, of om ander aanbod.",
      en: "Ask the municipality for extended youth care with an exception, or for other care."),
    facts: ["date", "category", "code"], source: "Saldo, contract rule K008")
  static let element = DeliveryLine.Element.periodBegin
  static let sides: Set<DebitCredit> = [.debit]

  static func applies(in context: RuleContext) -> Bool { context.region?.localRules.has(.age18) == true }

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    subject.verdictOnAge(.reject, in: context)
  }
}
