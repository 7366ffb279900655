import SaldoDomain

/// A client has at least one contact of kind 01 (home), 02 (correspondence) or 03 (stay). A relation need not.
///
/// Source: iStandaarden 3.2, TR061.
struct TR061ClientHasLastingAddress: AllocationFormRule {
  static let metadata = RuleMetadata(
    form: "TR061", kinds: [.allocation],
    title: Bilingual(
      nl: "Een cliënt heeft minstens één contact van soort 01, 02 of 03.",
      en: "A client has at least one contact of kind 01, 02 or 03."),
    sentence: Bilingual(
      nl:
        "De cliënt heeft alleen contacten van andere soorten; verwacht is minstens één contact van soort 01, 02 of 03.",
      en: "The client has contacts of other kinds only; at least one contact of kind 01, 02 or 03 is expected."),
    hint: Bilingual(
      nl: "Voeg een contact van soort 01, 02 of 03 toe.",
      en: "Add a contact of kind 01, 02 or 03."),
    facts: [])

  func judge(_ message: AllocationMessage, report: (Finding.Place, Facts) -> Void) {
    guard !message.client.contacts.contains(where: { ["01", "02", "03"].contains($0.kind) }) else { return }
    report(message.clientPlace.place(of: "Contactgegevens"), [:])
  }
}
