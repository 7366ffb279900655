import SaldoDomain

/// A credit undoes a line of an earlier message: its previous reference is no reference of its own message.
///
/// A credit of an older line may share a message with the debit that replaces it (IV086). Source: iStandaarden 3.2,
/// TR316: before and after, over all clients, and the line's own number.
struct TR316CreditsUndoEarlierMessages: DeclarationFormRule {
  static let metadata = RuleMetadata(
    form: "TR316", kinds: [.declaration],
    title: Bilingual(
      nl: "Een creditregel verwijst niet naar een regel van hetzelfde bericht.",
      en: "A credit line does not refer to a line of the same message."),
    sentence: Bilingual(
      nl: "De regel crediteert regel {line} van dit bericht; verwacht is een regel uit een eerder bericht.",
      en: "The line credits line {line} of this message; a line of an earlier message is expected."),
    hint: Bilingual(
      nl: "Haal debet en credit samen weg, of stuur de credit in een later bericht.",
      en: "Take debit and credit out together, or send the credit in a later message."),
    facts: ["line"])

  func judge(_ message: DeclarationMessage, report: (Finding.Place, Facts) -> Void) {
    guard message.lines.contains(where: { $0.previousReference != nil }) else { return }
    let positions = Dictionary(
      message.lines.enumerated().map { ($0.element.reference, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for (position, line) in message.lines.enumerated() {
      guard let reference = line.previousReference, let other = positions[reference] else { continue }
      report(message.place(of: .previousReference, line: position), ["line": .number(Int64(other + 1))])
    }
  }
}
