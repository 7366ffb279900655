import SaldoDomain

/// The allocation that a line names is known for its client and provider.
///
/// An allocation of another client or provider fails, and so does a number that another municipality gave
/// (Documentation/DeclarationGuide.md). The rules on the allocation have nothing to say about a line that fails here.
///
/// Source: iStandaarden 3.2, TR338.
struct TR338AllocationIsKnown: LineRule {
  static let metadata = RuleMetadata(
    "TR338", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9338"), answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "De toewijzing van een regel is bekend voor de cliënt en de aanbieder.",
      en: "The allocation of a line is known for its client and provider."),
    sentence: Bilingual(
      nl: "Toewijzing {allocation} is bij deze gemeente niet bekend voor deze cliënt en aanbieder.",
      en: "This municipality knows no allocation {allocation} for this client and provider."),
    hint: Bilingual(
      nl: "Controleer het toewijzingsnummer, de cliënt en de gemeente, of vraag om de toewijzing.",
      en: "Check the allocation number, the client and the municipality, or ask for the allocation."),
    facts: ["allocation"], source: "iStandaarden 3.2, TR338")
  static let element = DeliveryLine.Element.allocation
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    guard context.hasHistory else { return .notApplicable }
    return subject.hasAllocation ? .pass : .fail(["allocation": .code(subject.line.allocation.description)])
  }
}
