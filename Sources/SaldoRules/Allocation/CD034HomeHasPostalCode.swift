import SaldoDomain

/// A home address (kind 01) and an address of stay (kind 03) have a postal code.
///
/// Source: iStandaarden 3.2, CD034.
struct CD034HomeHasPostalCode: ContactRule {
  static let metadata = RuleMetadata(
    form: "CD034", kinds: [.allocation],
    title: Bilingual(
      nl: "Een BRP-adres (01) en een verblijfadres (03) hebben een postcode.",
      en: "A home address (01) and an address of stay (03) have a postal code."),
    sentence: Bilingual(
      nl: "Adressoort {kind} heeft geen postcode; verwacht is een postcode.",
      en: "Address kind {kind} has no postal code; a postal code is expected."),
    hint: Bilingual(
      nl: "Vul de postcode van dit woon- of verblijfadres in.",
      en: "Fill in the postal code of this home address or address of stay."),
    facts: ["kind"])

  static let element: String? = "Adres/Postcode"

  func verdict(on contact: Contact) -> Verdict {
    guard ["01", "03"].contains(contact.kind) else { return .notApplicable }
    return contact.address?.postalCode == nil ? .fail(["kind": .code(contact.kind)]) : .pass
  }
}
