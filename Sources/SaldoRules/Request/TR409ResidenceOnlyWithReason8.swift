import SaldoDomain

/// Only a rejection because of the place of residence (reason 8) names the municipality that is responsible.
///
/// Source: iStandaarden 3.2, TR409.
struct TR409ResidenceOnlyWithReason8: RequestAnswerRule {
  static let metadata = RuleMetadata(
    form: "TR409", kinds: [.requestAnswer], domains: [.jw],
    title: Bilingual(
      nl: "Alleen bij reden afwijzing 8 staat de gemeente volgens het woonplaatsbeginsel.",
      en: "Only reason of rejection 8 comes with the municipality of residence."),
    sentence: Bilingual(
      nl:
        "Bij {found} staat een gemeente volgens het woonplaatsbeginsel; verwacht is reden 8, of geen gemeente.",
      en: "There is a municipality of residence with {found}; reason 8 or no municipality is expected."),
    hint: Bilingual(
      nl: "Haal de gemeente weg, of kies reden van afwijzing 8.",
      en: "Take the municipality out, or choose reason of rejection 8."),
    facts: ["found"])

  static let element = "Woonplaatsbeginsel"

  func verdict(on message: RequestAnswerMessage) -> Verdict {
    guard message.residence != nil, message.rejectionReason != "8" else { return .notApplicable }
    let found = message.rejectionReason.map { Bilingual(nl: "reden afwijzing \($0)", en: "reason of rejection \($0)") }
    return .fail(["found": .phrase(found ?? Self.noReason)])
  }

  private static let noReason = Bilingual(nl: "geen reden afwijzing", en: "no reason of rejection")
}
