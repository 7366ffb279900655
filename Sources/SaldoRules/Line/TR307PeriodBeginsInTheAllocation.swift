import SaldoDomain

/// The product period does not begin before the first day of the allocation.
///
/// Starts and stops of delivery do not count (OP364). A line that begins too early in the month of that day gets the
/// code of TR387 as well (Documentation/DeclarationGuide.md). Source: iStandaarden 3.2, TR307.
struct TR307PeriodBeginsInTheAllocation: LineRule {
  static let metadata = RuleMetadata(
    "TR307", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9307"), answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "De productperiode begint niet vóór de ingangsdatum van de toewijzing.",
      en: "The product period does not begin before the first day of the allocation."),
    sentence: Bilingual(
      nl: "De productperiode begint op {found}, vóór de ingangsdatum {earliest} van de toewijzing.",
      en: "The product period begins on {found}, before the first day {earliest} of the allocation."),
    hint: Bilingual(
      nl: "Begin de productperiode op of na de eerste dag van de toewijzing.",
      en: "Begin the product period on or after the first day of the allocation."),
    facts: ["found", "earliest"], source: "iStandaarden 3.2, TR307")
  static let element = DeliveryLine.Element.periodBegin
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    guard let earliest = subject.allocation?.product.validity.begin else { return .notApplicable }
    let found = subject.line.period.begin
    return found >= earliest ? .pass : .fail(["found": .date(found), "earliest": .date(earliest)])
  }
}
