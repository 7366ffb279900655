import SaldoDomain

/// The message is of a kind and a standard that are settled.
///
/// Every message of the standard can be read and checked; the ledger takes in those that decide what is owed.
struct KINDMessageIsSettled: Rule {
  static let metadata = RuleMetadata(
    "KIND", level: .schema, kinds: MessageKind.allCases, returnCode: nil, answerClass: nil,
    title: Bilingual(
      nl: "Het bericht is van een soort die wordt verwerkt.", en: "The message is of a kind that is settled."),
    sentence: Bilingual(
      nl: "{message} van release {release} wordt niet verwerkt; het bericht is overgeslagen.",
      en: "{message} of release {release} is not settled; the message was passed over."),
    facts: ["message", "release"], source: "Saldo, README.md")
}
