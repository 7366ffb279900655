import SaldoDomain

/// A rejection because of the place of residence (reason 8) names the municipality that is responsible.
///
/// Source: iStandaarden 3.2, TR377.
struct TR377ResidenceWithReason8: RequestAnswerRule {
  static let metadata = RuleMetadata(
    form: "TR377", kinds: [.requestAnswer], domains: [.jw],
    title: Bilingual(
      nl: "Bij reden afwijzing 8 staat de gemeente volgens het woonplaatsbeginsel.",
      en: "Reason of rejection 8 comes with the municipality of residence."),
    sentence: Bilingual(
      nl:
        "De reden afwijzing is 8, maar de gemeente volgens het woonplaatsbeginsel ontbreekt; verwacht is die gemeente.",
      en: "The reason of rejection is 8, but the municipality of residence is missing; that municipality is expected."),
    hint: Bilingual(
      nl: "Vul de gemeente in die volgens het woonplaatsbeginsel verantwoordelijk is.",
      en: "Fill in the municipality that is responsible by the principle of residence."),
    facts: [])

  static let element = "Woonplaatsbeginsel"

  func verdict(on message: RequestAnswerMessage) -> Verdict {
    guard message.rejectionReason == "8" else { return .notApplicable }
    return message.residence == nil ? .fail([:]) : .pass
  }
}
