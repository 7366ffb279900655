import SaldoDomain

/// A client has a language when the form of communication is a language interpreter (1), and none otherwise.
///
/// Source: iStandaarden 3.2, CD007.
struct CD007LanguageForInterpreter: AllocationFormRule {
  static let metadata = RuleMetadata(
    form: "CD007", kinds: [.allocation],
    title: Bilingual(
      nl: "Er staat een taal bij een tolk taal (vorm 1), en anders niet.",
      en: "A language comes with a language interpreter (form 1), and not otherwise."),
    sentence: Bilingual(
      nl: "Bij communicatievorm {form} staat {found}; verwacht is {expected}.",
      en: "Communication form {form} comes with {found}; {expected} is expected."),
    hint: Bilingual(
      nl: "Vul bij communicatievorm 1 de taal in en haal de taal bij elke andere vorm weg.",
      en: "Fill in the language with communication form 1 and take it out with every other form."),
    facts: ["form", "found", "expected"])

  func judge(_ message: AllocationMessage, report: (Finding.Place, Facts) -> Void) {
    guard let communication = message.client.communication else { return }
    let expectsLanguage = communication.form == "1"
    guard (communication.language != nil) != expectsLanguage else { return }
    report(
      message.clientPlace.place(of: "Communicatie/Taal"),
      [
        "form": .code(communication.form), "found": .phrase(expectsLanguage ? Self.noLanguage : Self.language),
        "expected": .phrase(expectsLanguage ? Self.language : Self.noLanguage),
      ])
  }

  private static let language = Bilingual(nl: "een taal", en: "a language")
  private static let noLanguage = Bilingual(nl: "geen taal", en: "no language")
}
