import SaldoDomain

/// The product period ends on the last day of its month, or on the last day of the allocation when that lies earlier in
/// that month.
///
/// An allocation that ended in an earlier month moves nothing here: that the line lies after it is told by TR308.
/// Source: iStandaarden 3.2, TR388; IV084, IV089.
struct TR388PeriodEndsWithMonthOrAllocation: LineRule {
  static let metadata = RuleMetadata(
    "TR388", level: .history, kinds: [.declaration], since: .v3_1, returnCode: ReturnCode(rawValue: "9388"),
    answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "De productperiode eindigt met de maand, of met de toewijzing als die eerder in de maand stopt.",
      en: "The product period ends with its month, or with the allocation when that ends earlier in it."),
    sentence: Bilingual(
      nl: "De productperiode eindigt op {found}; verwacht is {expected}.",
      en: "The product period ends on {found}; {expected} is expected."),
    hint: Bilingual(
      nl: "Laat de productperiode eindigen op de laatste dag van de maand, of van de toewijzing als die eerder is.",
      en: "Let the product period end on the last day of the month, or of the allocation when that is earlier."),
    facts: ["found", "expected"], source: "iStandaarden 3.2, TR388")
  static let element = DeliveryLine.Element.periodEnd
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    guard let validity = subject.allocation?.product.validity else { return .notApplicable }
    let found = subject.line.period.end
    var expected = found.lastOfMonth
    if let end = validity.end, end < expected, end.month == found.month { expected = end }
    return found == expected ? .pass : .fail(["found": .date(found), "expected": .date(expected)])
  }
}
