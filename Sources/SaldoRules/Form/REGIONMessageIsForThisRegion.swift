import SaldoDomain

/// The message is addressed to, or comes from, a municipality of the region.
///
/// A message for another existing municipality came to the wrong place: it is not answered and not taken in. A code
/// that exists nowhere is answered instead, with S300 (TR378).
struct REGIONMessageIsForThisRegion: Rule {
  static let metadata = RuleMetadata(
    "REGION", level: .schema, kinds: MessageKind.allCases, returnCode: nil, answerClass: nil, needs: .region,
    title: Bilingual(
      nl: "Het bericht is voor een gemeente van deze regio.", en: "The message is for a municipality of this region."),
    sentence: Bilingual(
      nl: "Gemeente {municipality} hoort niet bij deze regio; het bericht is niet verwerkt.",
      en: "Municipality {municipality} is not part of this region; the message was not processed."),
    hint: Bilingual(
      nl: "Stuur het bericht naar de regio van deze gemeente, of vul de gemeente aan in municipalities.csv.",
      en: "Send the message to the region of this municipality, or add the municipality to municipalities.csv."),
    facts: ["municipality"], source: "Saldo, region folder")
}
