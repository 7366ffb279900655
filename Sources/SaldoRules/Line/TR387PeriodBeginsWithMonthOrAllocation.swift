import SaldoDomain

/// The product period begins on the first day of its month, or on the first day of the allocation when that lies later
/// in that month.
///
/// An allocation that begins in a later month moves nothing here: that the line lies before it is told by TR307.
/// Source: iStandaarden 3.2, TR387; IV084, IV089.
struct TR387PeriodBeginsWithMonthOrAllocation: LineRule {
  static let metadata = RuleMetadata(
    "TR387", level: .history, kinds: [.declaration], since: .v3_1, returnCode: ReturnCode(rawValue: "9387"),
    answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "De productperiode begint met de maand, of met de toewijzing als die later in de maand ingaat.",
      en: "The product period begins with its month, or with the allocation when that starts later in it."),
    sentence: Bilingual(
      nl: "De productperiode begint op {found}; verwacht is {expected}.",
      en: "The product period begins on {found}; {expected} is expected."),
    hint: Bilingual(
      nl: "Laat de productperiode beginnen op de eerste dag van de maand, of van de toewijzing als die later is.",
      en: "Let the product period begin on the first day of the month, or of the allocation when that is later."),
    facts: ["found", "expected"], source: "iStandaarden 3.2, TR387")
  static let element = DeliveryLine.Element.periodBegin
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    guard let start = subject.allocation?.product.validity.begin else { return .notApplicable }
    let found = subject.line.period.begin
    let first = found.firstOfMonth
    let expected = start > first && start.month == found.month ? start : first
    return found == expected ? .pass : .fail(["found": .date(found), "expected": .date(expected)])
  }
}
