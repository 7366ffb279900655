public import SaldoDomain

/// A declaration has one answer; what a second one says is not used.
///
/// Its findings are made outside the evaluator, by a check with earlier messages.
public struct ANSWERDeclarationHasOneAnswer: Rule {
  /// What the rule is.
  public static let metadata = RuleMetadata(
    signal: "ANSWER", level: .history, kinds: [.declarationAnswer], needs: .history,
    title: Bilingual(nl: "Een declaratie heeft één antwoord.", en: "A declaration has one answer."),
    sentence: Bilingual(
      nl: "Een ander antwoord beslist al op deze declaratie; dit antwoord is niet gebruikt.",
      en: "Another answer decides on this declaration already; this answer was not used."),
    hint: Bilingual(
      nl: "Bewaar van de antwoorden alleen het bericht dat geldt en vraag zo nodig de gemeente welk dat is.",
      en: "Keep only the answer that counts, and ask the municipality which one that is if you need to."),
    facts: [], source: "Saldo, check")
}
