import SaldoDomain

/// Only a temporary address (kind 04) has a period; it may go without one.
///
/// Source: iStandaarden 3.2, CD009.
struct CD009PeriodForTemporaryAddress: ContactRule {
  static let metadata = RuleMetadata(
    form: "CD009", kinds: [.allocation],
    title: Bilingual(
      nl: "Alleen een tijdelijk adres (soort 04) heeft een periode.",
      en: "Only a temporary address (kind 04) has a period."),
    sentence: Bilingual(
      nl: "Adressoort {kind} heeft een periode; verwacht is geen periode, of adressoort 04.",
      en: "Address kind {kind} has a period; no period or address kind 04 is expected."),
    hint: Bilingual(
      nl: "Haal de periode bij dit adres weg, of maak er soort 04 (tijdelijk adres) van.",
      en: "Take the period of this address out, or make it kind 04 (temporary address)."),
    facts: ["kind"])

  static let element: String? = "Periode"

  func verdict(on contact: Contact) -> Verdict {
    contact.period != nil && contact.kind != "04" ? .fail(["kind": .code(contact.kind)]) : .pass
  }
}
