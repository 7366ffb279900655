import SaldoDomain

/// The version of a message is that of its release: 3 in releases 3.0 to 3.2. The schema says so, and XSD tells it.
///
/// Source: iStandaarden 3.2, CS025.
struct CS025VersionIsThatOfTheRelease: Rule {
  static let metadata = RuleMetadata(
    "CS025", level: .schema, kinds: MessageKind.allCases.filter { $0.returnedKind == nil }, returnCode: nil,
    answerClass: nil,
    title: Bilingual(
      nl: "De berichtversie is die van de release (3); een fout meldt XSD.",
      en: "The version of a message is that of its release (3); XSD tells a failure."),
    sentence: Bilingual(
      nl: "De berichtversie is niet die van de release; verwacht is 3.",
      en: "The version of the message is not that of its release; 3 is expected."),
    hint: Bilingual(
      nl: "Stel in uw software berichtversie 3 in.",
      en: "Set message version 3 in your software."),
    facts: [], source: "iStandaarden 3.2, CS025")
}
