import SaldoDomain

/// The BSN of each client passes the eleven-test; all zeros does not count as a number.
///
/// The finding points at the client and never shows the number. Source: iStandaarden 3.2, CS002 and its note on zeros.
struct CS002BsnPassesElevenTest: DeclarationFormRule {
  static let metadata = RuleMetadata(
    "CS002", level: .message, kinds: [.declaration], returnCode: .technicallyRejected, answerClass: .header,
    title: Bilingual(
      nl: "Het BSN van een cliënt voldoet aan de elfproef.",
      en: "The BSN of a client passes the eleven-test."),
    sentence: Bilingual(
      nl: "Het BSN van deze cliënt voldoet niet aan de elfproef; verwacht is een BSN dat eraan voldoet.",
      en: "The BSN of this client does not pass the eleven-test; expected is one that does."),
    facts: [], source: "iStandaarden 3.2, CS002")
  func judge(_ message: DeclarationMessage, report: (Finding.Place, Facts) -> Void) {
    for (position, client) in message.clients.enumerated() where !client.bsn.passesElevenTest {
      report(message.place(ofClient: position), [:])
    }
  }
}
