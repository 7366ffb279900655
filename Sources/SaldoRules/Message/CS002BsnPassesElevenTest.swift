import SaldoDomain

/// The BSN of each client passes the eleven-test; all zeros does not count as a number.
///
/// The finding points at the client and never shows the number. Source: iStandaarden 3.2, CS002 and its note on zeros.
struct CS002BsnPassesElevenTest: FormRule {
  static let metadata = RuleMetadata(
    form: "CS002",
    kinds: [.allocation, .start, .stop, .allocationRequest, .changeRequest, .declaration, .declarationAnswer],
    title: Bilingual(
      nl: "Het BSN van een cliënt voldoet aan de elfproef.",
      en: "The BSN of a client passes the eleven-test."),
    sentence: Bilingual(
      nl: "Het BSN van deze cliënt voldoet niet aan de elfproef; verwacht is een BSN dat eraan voldoet.",
      en: "The BSN of this client does not pass the eleven-test; one that does is expected."),
    hint: Bilingual(
      nl: "Zoek het BSN van deze cliënt opnieuw op en verbeter het in uw administratie.",
      en: "Look up the BSN of this client again and correct it in your records."),
    facts: [])

  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    message.forEachClient { bsn, place in
      if !bsn.passesElevenTest { report(place(), [:]) }
    }
  }
}
