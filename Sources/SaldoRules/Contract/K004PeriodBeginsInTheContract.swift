import SaldoDomain

/// The product period does not begin before the contract of the provider does.
///
/// The first day of the product period decides. The code 9307 is true of the line: it begins before the contracted
/// period.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K004PeriodBeginsInTheContract: LineRule {
  static let metadata = RuleMetadata(
    "K004", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9307"), answerClass: .line,
    needs: [.region, .history],
    title: Bilingual(
      nl: "De productperiode begint niet voor het contract van de aanbieder.",
      en: "The product period does not begin before the contract of the provider."),
    sentence: Bilingual(
      nl: "De productperiode begint op {date}, maar het contract van de aanbieder begint op {begin}.",
      en: "The product period begins on {date}, but the contract of the provider begins on {begin}."),
    hint: Bilingual(
      nl: "Controleer de productperiode en de ingangsdatum van het contract.",
      en: "Check the product period and the first day of the contract."),
    facts: ["date", "begin"], source: "Saldo, contract rule K004")
  static let element = DeliveryLine.Element.periodBegin
  static let sides: Set<DebitCredit> = [.debit]

  static func applies(in context: RuleContext) -> Bool { context.region?.localRules.hasContracts == true }

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let date = subject.line.period.begin
    guard subject.terms != nil, let care = subject.care,
      let coverage = context.region?.localRules.coverage(of: care, on: date)
    else { return .notApplicable }
    guard case .begins(let begin) = coverage else { return .pass }
    return .fail(["date": .date(date), "begin": .date(begin)])
  }
}
