import SaldoDomain

/// A file is not larger than the exchange lets pass. It only signals: transport bounces such a file.
///
/// Source: iStandaarden 3.2, OP179. Its findings are made by the reader of messages.
struct OP179FileIsNotTooLarge: Rule {
  static let metadata = RuleMetadata(
    signal: "OP179", level: .schema, kinds: MessageKind.allCases,
    title: Bilingual(
      nl: "Het bestand is niet groter dan het berichtenverkeer toelaat.",
      en: "The file is not larger than the exchange lets pass."),
    sentence: Bilingual(
      nl: "Het bestand is {size} bytes groot; het maximum is {limit} bytes.",
      en: "The file has {size} bytes; the maximum is {limit} bytes."),
    hint: Bilingual(
      nl: "Verdeel de inhoud over meer berichten die elk onder het maximum blijven.",
      en: "Spread the content over several messages that each stay below the maximum."),
    facts: ["size", "limit"], source: "iStandaarden 3.2, OP179")
}
