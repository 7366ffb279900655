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
      en: "At element {element}: {reason}; expected is {expected}."),
    facts: ["element", "reason", "expected"], source: "iStandaarden 3.2, IV032 and the XSDs")
}
