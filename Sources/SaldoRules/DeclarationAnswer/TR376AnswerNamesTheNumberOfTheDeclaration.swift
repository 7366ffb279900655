import SaldoDomain

/// The answer names the number of the declaration that it answers.
///
/// The register asks for the number of any declaration that was sent; we compare with the one that the answer names by its
/// identification, because an answer cannot be about two declarations. Source: iStandaarden 3.2, TR376.
struct TR376AnswerNamesTheNumberOfTheDeclaration: AnswerRule {
  static let metadata = RuleMetadata(
    "TR376", level: .history, kinds: [.declarationAnswer], returnCode: nil, answerClass: nil, needs: .history,
    title: Bilingual(
      nl: "Een antwoord noemt het nummer van de declaratie.",
      en: "An answer names the number of the declaration."),
    sentence: Bilingual(
      nl: "Het nummer van de declaratie is {expected}; het antwoord noemt {found}.",
      en: "The number of the declaration is {expected}; the answer names {found}."),
    hint: Bilingual(
      nl: "Vraag de gemeente om een antwoord met het nummer van uw declaratie.",
      en: "Ask the municipality for an answer with the number of your declaration."),
    facts: ["expected", "found"], source: "iStandaarden 3.2, TR376")

  func judge(
    _ answer: DeclarationAnswer, to declaration: DeclarationMessage, report: (Finding.Place, Facts) -> Void
  ) {
    guard let found = answer.declaration?.number, found != declaration.number else { return }
    report(
      answer.place(of: .number), ["expected": .code(declaration.number.string), "found": .code(found.string)])
  }
}
