import SaldoDomain

/// The bytes are XML that can be read as a message of a known standard. Its findings are made by the reader of
/// messages.
///
/// Source: iStandaarden 3.2, OP192 and control level 1 (IV032): no answer is sent.
struct XMLMessageCanBeRead: Rule {
  static let metadata = RuleMetadata(
    "XML", level: .schema, kinds: MessageKind.allCases, returnCode: nil, answerClass: nil,
    title: Bilingual(
      nl: "Het bestand is leesbaar als bericht.",
      en: "The file can be read as a message."),
    sentence: Bilingual(
      nl: "Het bestand is geen leesbaar bericht: {reason}.",
      en: "The file is not a message that can be read: {reason}."),
    hint: Bilingual(
      nl: "Maak het bestand opnieuw aan met uw software en controleer of het in zijn geheel is overgekomen.",
      en: "Make the file again with your software and check that it came across as a whole."),
    facts: ["reason"], source: "iStandaarden 3.2, IV032 and OP192")
}
