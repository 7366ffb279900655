import SaldoDomain

/// No reference of a line holds a citizen service number. It only signals, so that output can mask the reference.
///
/// Source: Saldo, privacy by default. Its findings are made outside the evaluator; they point at the reference and show
/// no value.
struct BSNStaysOutOfReferenceNumbers: Rule {
  static let metadata = RuleMetadata(
    signal: "BSN", level: .message, kinds: [.declaration],
    title: Bilingual(
      nl: "Een referentienummer bevat geen BSN.",
      en: "A reference number holds no citizen service number."),
    sentence: Bilingual(
      nl: "Dit referentienummer bevat een BSN; verwacht is een nummer zonder persoonsgegevens.",
      en: "This reference number holds a citizen service number; one without personal data is expected."),
    hint: Bilingual(
      nl: "Gebruik als referentienummer een volgnummer dat niets over de cliënt zegt.",
      en: "Use a serial number as reference that says nothing about the client."),
    facts: [], source: "Saldo, privacy by default")
}
