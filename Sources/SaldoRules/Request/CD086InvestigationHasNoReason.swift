import SaldoDomain

/// A request that is under investigation has no reason of rejection.
///
/// Source: iStandaarden 3.2, CD086.
struct CD086InvestigationHasNoReason: RequestAnswerRule {
  static let metadata = RuleMetadata(
    form: "CD086", kinds: [.requestAnswer],
    title: Bilingual(
      nl: "Een verzoek in onderzoek heeft geen reden afwijzing.",
      en: "A request under investigation has no reason of rejection."),
    sentence: Bilingual(
      nl: "Het verzoek is in onderzoek en heeft reden afwijzing {found}; verwacht is geen reden.",
      en: "The request is under investigation and has reason of rejection {found}; no reason is expected."),
    hint: Bilingual(
      nl: "Haal de reden van afwijzing weg zolang het verzoek in onderzoek is.",
      en: "Take the reason of rejection out as long as the request is under investigation."),
    facts: ["found"])

  static let element = "RedenAfwijzingVerzoek"

  func verdict(on message: RequestAnswerMessage) -> Verdict {
    guard message.answer == .underInvestigation, let reason = message.rejectionReason else { return .notApplicable }
    return .fail(["found": .code(reason)])
  }
}
