import SaldoDomain

/// An address names a country when it has a postal code, and none when it has not.
///
/// Source: iStandaarden 3.2, CD005.
struct CD005CountryWithPostalCode: ContactRule {
  static let metadata = RuleMetadata(
    form: "CD005", kinds: [.allocation],
    title: Bilingual(
      nl: "Een adres heeft een landcode als het een postcode heeft, en anders niet.",
      en: "An address has a country code when it has a postal code, and none otherwise."),
    sentence: Bilingual(
      nl: "Gevonden is {found}; verwacht is {expected}.",
      en: "Found is {found}; {expected} is expected."),
    hint: Bilingual(
      nl: "Vul de landcode in bij een postcode, of haal de landcode weg als er geen postcode is.",
      en: "Fill in the country code with a postal code, or take it out when there is no postal code."),
    facts: ["found", "expected"])

  static let element: String? = "Adres/LandCode"

  func verdict(on contact: Contact) -> Verdict {
    switch (contact.address?.postalCode != nil, contact.address?.country != nil) {
    case (true, true), (false, false): .pass
    case (true, false): .fail(["found": .phrase(Self.postalCode.alone), "expected": .phrase(Self.postalCode.expected)])
    case (false, true): .fail(["found": .phrase(Self.country.alone), "expected": .phrase(Self.country.expected)])
    }
  }

  private static let postalCode = (
    alone: Bilingual(nl: "een postcode zonder landcode", en: "a postal code without a country code"),
    expected: Bilingual(nl: "een landcode", en: "a country code")
  )
  private static let country = (
    alone: Bilingual(nl: "een landcode zonder postcode", en: "a country code without a postal code"),
    expected: Bilingual(nl: "geen landcode", en: "no country code")
  )
}
