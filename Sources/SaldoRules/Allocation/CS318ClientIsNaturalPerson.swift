import SaldoDomain

/// The name of a client is not that of an organisation (use of names 6). In iWmo CS050 tells it.
///
/// Source: iStandaarden 3.2, CS318.
struct CS318ClientIsNaturalPerson: AllocationFormRule {
  static let metadata = RuleMetadata(
    form: "CS318", kinds: [.allocation], domains: [.jw],
    title: Bilingual(
      nl: "Het naamgebruik van een cliënt is niet 6 (geen natuurlijk persoon).",
      en: "The use of names of a client is not 6 (no natural person)."),
    sentence: Bilingual(
      nl: "Het naamgebruik van de cliënt is 6; verwacht is dat van een natuurlijk persoon.",
      en: "The use of names of the client is 6; that of a natural person is expected."),
    hint: Bilingual(
      nl: "Kies voor de cliënt het naamgebruik van een natuurlijk persoon.",
      en: "Choose the use of names of a natural person for the client."),
    facts: [])

  func judge(_ message: AllocationMessage, report: (Finding.Place, Facts) -> Void) {
    if message.client.name.nameUse == "6" { report(message.clientPlace.place(of: "Naam/NaamGebruik"), [:]) }
  }
}
