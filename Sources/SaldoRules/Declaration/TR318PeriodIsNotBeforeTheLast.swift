import SaldoDomain

/// The declaration period is not before the last one that the provider declared to the municipality.
///
/// The last period may be repeated and months may be skipped: only the sender knows whether care was given in them
/// (OP095). A declaration that was refused as a whole counts as not sent and moves nothing
/// (Documentation/DeclarationGuide.md).
///
/// Source: iStandaarden 3.2, TR318.
struct TR318PeriodIsNotBeforeTheLast: DeclarationRule {
  static let metadata = RuleMetadata(
    "TR318", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "8214"),
    answerClass: .declaration, needs: .history,
    title: Bilingual(
      nl: "De declaratieperiode ligt niet vóór de laatste die is verwerkt.",
      en: "The declaration period is not before the last one that was processed."),
    sentence: Bilingual(
      nl: "De declaratieperiode is {found}, maar van deze aanbieder is {last} al verwerkt.",
      en: "The declaration period is {found}, but {last} of this provider was processed already."),
    hint: Bilingual(
      nl: "Declareer deze zorg als regels in een declaratie over de laatste periode of een latere.",
      en: "Declare this care as lines of a declaration over the last period or a later one."),
    facts: ["found", "last"], source: "iStandaarden 3.2, TR318")
  static let element = DeclarationElement.periodBegin

  func verdict(on message: DeclarationMessage, in context: RuleContext) -> Verdict {
    guard let last = context.known?.lastDeclarationMonth else { return .notApplicable }
    guard message.period.begin.month < last else { return .pass }
    return .fail(["found": .period(message.period), "last": .period(last.period)])
  }
}
