import SaldoDomain

/// The product period does not begin after the contract of the provider ended.
///
/// An extension is a contract period of its own, and so is run-off care, which only covers allocations from before a
/// day. The first day of the product period decides. The code 9308 is true of the line: it lies after the contracted
/// period.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K005PeriodIsBeforeTheContractEnds: LineRule {
  static let metadata = RuleMetadata(
    "K005", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9308"), answerClass: .line,
    needs: [.region, .history],
    title: Bilingual(
      nl: "De productperiode ligt niet na het einde van het contract van de aanbieder.",
      en: "The product period is not after the end of the contract of the provider."),
    sentence: Bilingual(
      nl: "De productperiode begint op {date}, maar het contract voor deze zorg eindigde op {end}.",
      en: "The product period begins on {date}, but the contract for this care ended on {end}."),
    hint: Bilingual(
      nl: "Controleer of het contract is verlengd, en of deze toewijzing onder de uitloop valt.",
      en: "Check whether the contract was extended, and whether this allocation is run-off care."),
    facts: ["date", "end"], source: "Saldo, contract rule K005")
  static let element = DeliveryLine.Element.periodEnd
  static let sides: Set<DebitCredit> = [.debit]

  static func applies(in context: RuleContext) -> Bool { context.region?.localRules.hasContracts == true }

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let date = subject.line.period.begin
    guard subject.terms != nil, let care = subject.care,
      let coverage = context.region?.localRules.coverage(of: care, on: date)
    else { return .notApplicable }
    guard case .ended(let end) = coverage else { return .pass }
    return .fail(["date": .date(date), "end": .date(end)])
  }
}
