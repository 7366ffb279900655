import SaldoDomain

/// Each returned line is a line of the declaration: of the same client, with the same references.
///
/// Under a client whom the declaration does not have (TR304) the lines of all its clients are looked at. Source:
/// iStandaarden 3.2, TR366.
struct TR366ReturnedLineWasDeclared: AnswerRule {
  static let metadata = RuleMetadata(
    "TR366", level: .history, kinds: [.declarationAnswer], returnCode: ReturnCode(rawValue: "9366"), answerClass: nil,
    needs: .history,
    title: Bilingual(
      nl: "Elke teruggestuurde regel komt uit de declaratie.",
      en: "Each returned line is a line of the declaration."),
    sentence: Bilingual(
      nl: "De declaratie heeft voor deze cliënt geen regel met referentie {reference}.",
      en: "The declaration has no line with reference {reference} for this client."),
    hint: Bilingual(
      nl: "Vraag de gemeente welke regel van uw declaratie is bedoeld.",
      en: "Ask the municipality which line of your declaration is meant."),
    facts: ["reference"], source: "iStandaarden 3.2, TR366")

  func judge(
    _ answer: DeclarationAnswer, to declaration: DeclarationMessage, report: (Finding.Place, Facts) -> Void
  ) {
    let lines = DeclaredLines(of: declaration)
    answer.forEachReturned { client, position, returned in
      guard lines.matching(returned.line, of: answer.clients[client].bsn).isEmpty else { return }
      report(
        answer.place(of: .reference, client: client, line: position),
        ["reference": .code(returned.line.reference.string)])
    }
  }
}
