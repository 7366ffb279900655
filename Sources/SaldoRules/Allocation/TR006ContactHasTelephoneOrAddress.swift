import SaldoDomain

/// A contact has a telephone number, or a house with a postal code.
///
/// Source: iStandaarden 3.2, TR006.
struct TR006ContactHasTelephoneOrAddress: ContactRule {
  static let metadata = RuleMetadata(
    form: "TR006", kinds: [.allocation],
    title: Bilingual(
      nl: "Een contact heeft een telefoonnummer, of een huis met een postcode.",
      en: "A contact has a telephone number, or a house with a postal code."),
    sentence: Bilingual(
      nl: "Het contact heeft geen telefoonnummer en geen huis met een postcode; verwacht is een van beide.",
      en: "The contact has no telephone number and no house with a postal code; one of the two is expected."),
    hint: Bilingual(
      nl: "Vul een telefoonnummer in, of een huisnummer met postcode.",
      en: "Fill in a telephone number, or a house number with a postal code."),
    facts: [])

  static let element: String? = nil

  func verdict(on contact: Contact) -> Verdict {
    let hasAddress = contact.address?.house != nil && contact.address?.postalCode != nil
    return contact.telephones.isEmpty && !hasAddress ? .fail([:]) : .pass
  }
}
