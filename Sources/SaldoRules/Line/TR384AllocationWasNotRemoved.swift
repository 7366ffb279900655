import SaldoDomain

/// The allocation was not removed by the municipality.
///
/// Source: iStandaarden 3.2, TR384. The current version of the allocation counts (IV013).
struct TR384AllocationWasNotRemoved: LineRule {
  static let metadata = RuleMetadata(
    "TR384", level: .history, kinds: [.declaration], since: .v3_1, returnCode: ReturnCode(rawValue: "9384"),
    answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "De toewijzing van een regel is niet verwijderd.",
      en: "The allocation of a line was not removed."),
    sentence: Bilingual(
      nl: "Toewijzing {allocation} is verwijderd; op een verwijderde toewijzing is geen declaratie mogelijk.",
      en: "Allocation {allocation} was removed; nothing can be declared on a removed allocation."),
    hint: Bilingual(
      nl: "Haal de regel weg, of vraag de gemeente om een nieuwe toewijzing.",
      en: "Take the line out, or ask the municipality for a new allocation."),
    facts: ["allocation"], source: "iStandaarden 3.2, TR384")
  static let element = DeliveryLine.Element.allocation
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    guard subject.hasAllocation else { return .notApplicable }
    guard subject.allocation?.product.changeReason == .removed else { return .pass }
    return .fail(["allocation": .code(subject.line.allocation.description)])
  }
}
