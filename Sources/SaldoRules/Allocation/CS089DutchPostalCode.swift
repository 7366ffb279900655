import SaldoDomain

/// A postal code in the Netherlands has four digits, the first not zero, and two letters, without a space. It is not
/// shown.
///
/// Source: iStandaarden 3.2, CS089: lower case letters are allowed.
struct CS089DutchPostalCode: ContactRule {
  static let metadata = RuleMetadata(
    form: "CS089", kinds: [.allocation],
    title: Bilingual(
      nl: "Een postcode in Nederland heeft vier cijfers en twee letters, zonder spatie.",
      en: "A postal code in the Netherlands has four digits and two letters, without a space."),
    sentence: Bilingual(
      nl:
        "De postcode bij landcode NL heeft een andere vorm; verwacht zijn vier cijfers (eerst geen 0) en twee letters.",
      en:
        "The postal code with country code NL has another form; expected are four digits (no 0 first) and two letters."
    ),
    hint: Bilingual(
      nl: "Schrijf de postcode als vier cijfers en twee hoofdletters, zonder spatie.",
      en: "Write the postal code as four digits and two capitals, without a space."),
    facts: [])

  static let element: String? = "Adres/Postcode"

  func verdict(on contact: Contact) -> Verdict {
    guard contact.address?.country == "NL", let code = contact.address?.postalCode else { return .notApplicable }
    return Self.hasDutchForm(Array(code.utf8)) ? .pass : .fail([:])
  }

  private static func hasDutchForm(_ bytes: [UInt8]) -> Bool {
    bytes.count == 6 && (0x31...0x39).contains(bytes[0]) && bytes[1...3].allSatisfy { (0x30...0x39).contains($0) }
      && bytes[4...5].allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
  }
}
