import SaldoDomain

/// The product period does not end after the last day of the allocation, when it has one.
///
/// Starts and stops of delivery do not count (OP364). A line that ends too late in the month of that day gets the code
/// of TR388 as well (Documentation/DeclarationGuide.md). Source: iStandaarden 3.2, TR308.
struct TR308PeriodEndsInTheAllocation: LineRule {
  static let metadata = RuleMetadata(
    "TR308", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9308"), answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "De productperiode eindigt niet na de einddatum van de toewijzing.",
      en: "The product period does not end after the last day of the allocation."),
    sentence: Bilingual(
      nl: "De productperiode eindigt op {found}, na de einddatum {latest} van de toewijzing.",
      en: "The product period ends on {found}, after the last day {latest} of the allocation."),
    hint: Bilingual(
      nl: "Eindig de productperiode op of voor de laatste dag van de toewijzing.",
      en: "End the product period on or before the last day of the allocation."),
    facts: ["found", "latest"], source: "iStandaarden 3.2, TR308")
  static let element = DeliveryLine.Element.periodEnd
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    guard let latest = subject.allocation?.product.validity.end else { return .notApplicable }
    let found = subject.line.period.end
    return found <= latest ? .pass : .fail(["found": .date(found), "latest": .date(latest)])
  }
}
