import SaldoDomain

/// The message is not an answer that the municipality itself gives (306, 308, 316, 318, 325).
///
/// Such a message goes to a provider: the office that answers for the municipality writes it and does not take it in.
struct ANSWERMessageIsNotOfAMunicipality: Rule {
  static let metadata = RuleMetadata(
    "ANSWER", level: .schema, kinds: MessageKind.answersOfMunicipality, returnCode: nil, answerClass: nil,
    title: Bilingual(
      nl: "Het bericht is geen antwoord van een gemeente.", en: "The message is not an answer of a municipality."),
    sentence: Bilingual(
      nl: "Bericht {message} is een antwoord van een gemeente aan een aanbieder; het is niet verwerkt.",
      en: "Message {message} is an answer of a municipality to a provider; it was not processed."),
    facts: ["message"], source: "Saldo, messages of a settlement")
}
