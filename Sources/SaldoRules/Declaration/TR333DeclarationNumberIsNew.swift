import SaldoDomain

/// The provider has not used the declaration number before.
///
/// Only a processed declaration uses up its number; one that was rejected as a whole counts as not sent
/// (Documentation/DeclarationGuide.md). The number itself is not shown, because a sender can put anything in it.
/// Source: iStandaarden 3.2, TR333.
struct TR333DeclarationNumberIsNew: DeclarationRule {
  static let metadata = RuleMetadata(
    "TR333", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9333"),
    answerClass: .declaration, needs: .history,
    title: Bilingual(
      nl: "Het declaratienummer is nieuw voor deze aanbieder.",
      en: "The declaration number is new for this provider."),
    sentence: Bilingual(
      nl: "De aanbieder heeft dit declaratienummer al eerder gebruikt; verwacht is een nieuw nummer.",
      en: "The provider has used this declaration number before; a new one is expected."),
    hint: Bilingual(
      nl: "Geef de declaratie een nieuw nummer.",
      en: "Give the declaration a new number."),
    facts: [], source: "iStandaarden 3.2, TR333")
  static let element = DeclarationElement.number

  func verdict(on message: DeclarationMessage, in context: RuleContext) -> Verdict {
    guard let known = context.known else { return .notApplicable }
    return known.declarationNumberIsUsed ? .fail([:]) : .pass
  }
}
