import SaldoDomain

/// The sender has not used the identification before in a message of the same kind.
///
/// Any answered message uses up its identification (Documentation/DeclarationGuide.md); the same bytes again are not
/// judged at all. The number itself is not shown, because a sender can put anything in it. Source: iStandaarden 3.2,
/// TR056.
struct TR056IdentificationIsNew: HeaderRule {
  static let metadata = RuleMetadata(
    "TR056", level: .history, kinds: MessageKind.withHeaderRules,
    returnCode: ReturnCode(rawValue: "9056"), answerClass: .header, needs: .history,
    title: Bilingual(
      nl: "De identificatie van een bericht is nieuw voor deze afzender en berichtsoort.",
      en: "The identification of a message is new for its sender and kind."),
    sentence: Bilingual(
      nl: "De afzender heeft deze identificatie al eerder gebruikt; verwacht is een nieuwe.",
      en: "The sender has used this identification before; a new one is expected."),
    hint: Bilingual(
      nl: "Stuur het bericht opnieuw met een identificatie die nog niet is gebruikt.",
      en: "Send the message again with an identification that was not used before."),
    facts: [], source: "iStandaarden 3.2, TR056")
  static func element(of header: MessageHeader) -> HeaderElement { .identification }

  func verdict(on message: Message, in context: RuleContext) -> Verdict {
    guard let known = context.known else { return .notApplicable }
    return known.identificationIsUsed ? .fail([:]) : .pass
  }
}
