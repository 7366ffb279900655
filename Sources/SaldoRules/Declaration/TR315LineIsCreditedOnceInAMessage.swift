import SaldoDomain

/// A message credits a line once at most: each previous reference occurs once, over all its clients.
///
/// Source: iStandaarden 3.2, TR315. That it was not credited by an earlier message is TR390.
struct TR315LineIsCreditedOnceInAMessage: DeclarationFormRule {
  static let metadata = RuleMetadata(
    form: "TR315", kinds: [.declaration],
    title: Bilingual(
      nl: "Een bericht crediteert een regel hoogstens één keer.",
      en: "A message credits a line once at most."),
    sentence: Bilingual(
      nl: "Regel {first} van dit bericht crediteert dezelfde regel al; verwacht is één creditregel.",
      en: "Line {first} of this message credits the same line already; one credit line is expected."),
    hint: Bilingual(
      nl: "Houd één creditregel voor deze debetregel over.",
      en: "Keep one credit line for this debit line."),
    facts: ["first"])

  func judge(_ message: DeclarationMessage, report: (Finding.Place, Facts) -> Void) {
    var seen: [ExactText: Int] = [:]
    for (position, line) in message.lines.enumerated() {
      guard let reference = line.previousReference else { continue }
      if let first = seen[reference] {
        report(message.place(of: .previousReference, line: position), ["first": .number(Int64(first + 1))])
      } else {
        seen[reference] = position
      }
    }
  }
}
