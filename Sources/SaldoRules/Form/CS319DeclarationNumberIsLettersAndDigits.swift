import SaldoDomain

/// The number of a declaration holds letters and digits only. The schema says so, and XSD tells it.
///
/// Source: iStandaarden 3.2, CS319.
struct CS319DeclarationNumberIsLettersAndDigits: Rule {
  static let metadata = RuleMetadata(
    "CS319", level: .schema, kinds: [.declaration], returnCode: nil, answerClass: nil,
    title: Bilingual(
      nl: "Een declaratienummer bestaat uit letters en cijfers; een fout meldt XSD.",
      en: "The number of a declaration holds letters and digits only; XSD tells a failure."),
    sentence: Bilingual(
      nl: "Het declaratienummer heeft andere tekens; verwacht zijn alleen letters en cijfers.",
      en: "The number of the declaration has other characters; expected are letters and digits only."),
    hint: Bilingual(
      nl: "Geef de declaratie een nummer van alleen letters en cijfers, zonder spaties of leestekens.",
      en: "Give the declaration a number of letters and digits only, without spaces or punctuation."),
    facts: [], source: "iStandaarden 3.2, CS319")
}
