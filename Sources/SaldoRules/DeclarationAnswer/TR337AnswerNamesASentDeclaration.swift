import SaldoDomain

/// The answer names a declaration that was sent: its identification and its date.
///
/// It must be a declaration of the same provider to the same municipality in the same domain. The other rules on an answer
/// have nothing to say about one that fails here. Source: iStandaarden 3.2, TR337.
struct TR337AnswerNamesASentDeclaration: Rule {
  static let metadata = RuleMetadata(
    "TR337", level: .history, kinds: [.declarationAnswer], returnCode: nil, answerClass: nil, needs: .history,
    title: Bilingual(
      nl: "Een antwoord noemt een declaratie die is verstuurd.",
      en: "An answer names a declaration that was sent."),
    sentence: Bilingual(
      nl: "Er is aan deze gemeente geen declaratie verstuurd met identificatie {identification} van {date}.",
      en: "No declaration with identification {identification} of {date} was sent to this municipality."),
    hint: Bilingual(
      nl: "Zoek op welke declaratie is bedoeld en vraag de gemeente om een antwoord dat haar noemt.",
      en: "Find out which declaration is meant and ask the municipality for an answer that names it."),
    facts: ["identification", "date"], source: "iStandaarden 3.2, TR337")

  /// Judges an answer by whether the declaration that it names is known.
  func verdict(on answer: DeclarationAnswer, in context: RuleContext) -> Verdict {
    guard let known = context.known else { return .notApplicable }
    guard known.answeredDeclaration == nil else { return .pass }
    return .fail([
      "identification": .code(answer.declarationIdentification.string), "date": .date(answer.declarationDate),
    ])
  }
}
