import SaldoDomain

/// The message follows its schema. Its findings are made by the reader of messages.
///
/// Source: iStandaarden 3.2, control level 1 (IV032) and the RS rules: no answer is sent.
struct XSDMessageFollowsItsSchema: Rule {
  static let metadata = RuleMetadata(
    "XSD", level: .schema, kinds: MessageKind.allCases, returnCode: nil, answerClass: nil,
    title: Bilingual(
      nl: "Het bericht voldoet aan het schema.",
      en: "The message follows its schema."),
    sentence: Bilingual(
      nl: "Bij element {element}: {reason}; verwacht is {expected}.",
      en: "At element {element}: {reason}; {expected} is expected."),
    hint: Bilingual(
      nl: "Verbeter het genoemde element in de software die het bericht maakt en maak het bericht opnieuw.",
      en: "Correct the element that is named in the software that makes the message, and make the message again."),
    facts: ["element", "reason", "expected"], source: "iStandaarden 3.2, IV032 and the XSDs")
}
