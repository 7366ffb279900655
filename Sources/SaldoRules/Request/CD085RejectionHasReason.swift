import SaldoDomain

/// A request that is rejected gets a reason.
///
/// Source: iStandaarden 3.2, CD085.
struct CD085RejectionHasReason: RequestAnswerRule {
  static let metadata = RuleMetadata(
    form: "CD085", kinds: [.requestAnswer],
    title: Bilingual(
      nl: "Een afgewezen verzoek heeft een reden.",
      en: "A rejected request has a reason."),
    sentence: Bilingual(
      nl: "Het verzoek is afgewezen zonder reden; verwacht is een reden afwijzing.",
      en: "The request is rejected without a reason; a reason of rejection is expected."),
    hint: Bilingual(
      nl: "Vul de reden in waarom het verzoek is afgewezen.",
      en: "Fill in the reason why the request is rejected."),
    facts: [])

  static let element = "RedenAfwijzingVerzoek"

  func verdict(on message: RequestAnswerMessage) -> Verdict {
    guard message.answer == .rejected else { return .notApplicable }
    return message.rejectionReason == nil ? .fail([:]) : .pass
  }
}
