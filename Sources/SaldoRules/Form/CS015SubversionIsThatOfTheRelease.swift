import SaldoDomain

/// The subversion of a message is that of its release: 2 in release 3.2. The schema says so, and XSD tells it.
///
/// Source: iStandaarden 3.2, CS015.
struct CS015SubversionIsThatOfTheRelease: Rule {
  static let metadata = RuleMetadata(
    "CS015", level: .schema, kinds: MessageKind.allCases.filter { $0.returnedKind == nil }, returnCode: nil,
    answerClass: nil,
    title: Bilingual(
      nl: "De berichtsubversie is die van de release (2 in 3.2); een fout meldt XSD.",
      en: "The subversion of a message is that of its release (2 in 3.2); XSD tells a failure."),
    sentence: Bilingual(
      nl: "De berichtsubversie is niet die van de release; verwacht is 2 in release 3.2.",
      en: "The subversion of the message is not that of its release; 2 is expected in release 3.2."),
    hint: Bilingual(
      nl: "Stel in uw software de subversie van de gebruikte release in, 2 bij 3.2.",
      en: "Set the subversion of your release in your software, 2 for 3.2."),
    facts: [], source: "iStandaarden 3.2, CS015")
}
