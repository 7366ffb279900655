import SaldoDomain

/// An address in the Netherlands has a house number.
///
/// Source: iStandaarden 3.2, CD025.
struct CD025DutchAddressHasHouse: ContactRule {
  static let metadata = RuleMetadata(
    form: "CD025", kinds: [.allocation],
    title: Bilingual(
      nl: "Een adres in Nederland heeft een huisnummer.",
      en: "An address in the Netherlands has a house number."),
    sentence: Bilingual(
      nl: "Het adres heeft landcode NL maar geen huis; verwacht is een huisnummer.",
      en: "The address has country code NL but no house; a house number is expected."),
    hint: Bilingual(
      nl: "Vul het huisnummer van dit Nederlandse adres in.",
      en: "Fill in the house number of this Dutch address."),
    facts: [])

  static let element: String? = "Adres/Huis"

  func verdict(on contact: Contact) -> Verdict {
    contact.address?.country == "NL" && contact.address?.house == nil ? .fail([:]) : .pass
  }
}
