import SaldoDomain

/// A client is known: in a declaration by an allocation of the municipality to the provider, in an answer by the
/// declaration.
///
/// The lines of a declared client who fails are not assessed and get 0233. The finding never shows the BSN. Source:
/// iStandaarden 3.2, TR304.
struct TR304ClientIsKnown: ClientRule, AnswerRule {
  static let metadata = RuleMetadata(
    "TR304", level: .history, kinds: [.declaration, .declarationAnswer], returnCode: ReturnCode(rawValue: "8187"),
    answerClass: .client, needs: .history,
    title: Bilingual(
      nl: "De cliënt is bekend: met een toewijzing aan de aanbieder, of in een antwoord uit de declaratie.",
      en: "The client is known: with an allocation to the provider, or in an answer from the declaration."),
    sentence: Bilingual(
      nl: "Deze cliënt is niet bekend: verwacht is een cliënt met een toewijzing van deze gemeente aan deze aanbieder, "
        + "of in een antwoord een cliënt uit de declaratie.",
      en: "This client is not known: a client with an allocation of this municipality to this provider is expected, "
        + "or in an answer a client of the declaration."),
    hint: Bilingual(
      nl: "Controleer het BSN en de gemeente, of wacht op de toewijzing; bel bij een antwoord de gemeente.",
      en: "Check the BSN and the municipality, or wait for the allocation; on an answer call the municipality."),
    facts: [], source: "iStandaarden 3.2, TR304")

  func verdict(on client: DeclaredClient, of message: DeclarationMessage, in context: RuleContext) -> Verdict {
    guard let known = context.known else { return .notApplicable }
    return known.clientsWithAllocation.contains(client.bsn) ? .pass : .fail([:])
  }

  func judge(
    _ answer: DeclarationAnswer, to declaration: DeclarationMessage, report: (Finding.Place, Facts) -> Void
  ) {
    let declared = Set(declaration.clients.map(\.bsn))
    for (position, client) in answer.clients.enumerated() where !declared.contains(client.bsn) {
      report(answer.place(ofClient: position), [:])
    }
  }
}
