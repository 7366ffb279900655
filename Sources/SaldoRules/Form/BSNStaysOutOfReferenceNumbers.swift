import SaldoDomain

/// No number that the sender chooses holds a citizen service number. It only signals, so that reports can mask the
/// number.
///
/// Source: Saldo, privacy by default. Its findings are made by the reader of messages; they show the element, no value.
struct BSNStaysOutOfReferenceNumbers: Rule {
  static let metadata = RuleMetadata(
    signal: "BSN", level: .schema, kinds: MessageKind.allCases,
    title: Bilingual(
      nl: "Een nummer dat de afzender kiest, bevat geen BSN.",
      en: "A number that the sender chooses holds no citizen service number."),
    sentence: Bilingual(
      nl: "Het element {element} bevat een BSN; verwacht is een nummer zonder persoonsgegevens.",
      en: "The element {element} holds a BSN; expected is a number without personal data."),
    facts: ["element"], source: "Saldo, privacy by default")
}
