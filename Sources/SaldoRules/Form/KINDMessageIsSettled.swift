import SaldoDomain

/// The message is of a kind and a standard that are settled.
///
/// Every message of the standard can be read and checked. The ledger takes in what municipalities and providers send; the
/// answers of a municipality are what a settlement makes.
struct KINDMessageIsSettled: Rule {
  static let metadata = RuleMetadata(
    "KIND", level: .schema, kinds: MessageKind.allCases, returnCode: nil, answerClass: nil,
    title: Bilingual(
      nl: "Het bericht is van een soort die wordt verwerkt.", en: "The message is of a kind that is settled."),
    sentence: Bilingual(
      nl: "{message} van release {release} wordt niet verwerkt: {reason}.",
      en: "{message} of release {release} is not settled: {reason}."),
    hint: Bilingual(
      nl: "Laat dit bericht weg; lees een antwoord van een gemeente met saldo check.",
      en: "Leave this message out; read an answer of a municipality with saldo check."),
    facts: ["message", "release", "reason"], source: "Saldo, README.md")
}
