import SaldoDomain

/// A file has the technical form: its name ends in xml, no byte-order mark, lines that end in CR LF. It only signals.
///
/// Source: iStandaarden 3.2, OP192; Documentation/DeclarationGuide.md. Its findings are made by the reader of messages.
struct OP192FileHasTheTechnicalForm: Rule {
  static let metadata = RuleMetadata(
    signal: "OP192", level: .schema, kinds: MessageKind.allCases,
    title: Bilingual(
      nl: "Het bestand heeft de voorgeschreven technische vorm.",
      en: "The file has the prescribed technical form."),
    sentence: Bilingual(
      nl: "Het bestand wijkt af van de voorgeschreven vorm: {reason}.",
      en: "The file departs from the prescribed form: {reason}."),
    hint: Bilingual(
      nl: "Bewaar het bestand als UTF-8 zonder byte order mark, met regeleinden CR LF en de extensie xml.",
      en: "Save the file as UTF-8 without a byte order mark, with line ends CR LF and the extension xml."),
    facts: ["reason"], source: "iStandaarden 3.2, OP192")
}
