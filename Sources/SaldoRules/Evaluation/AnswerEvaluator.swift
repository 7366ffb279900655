public import SaldoDomain

/// Runs the rules of level 3 over the answer to a declaration (325), beside the declaration as the provider sent it.
public struct AnswerEvaluator: Sendable {
  private let context: RuleContext

  /// An evaluator in a context; rules that need more than the context has are left out.
  public init(_ context: RuleContext) { self.context = context }

  /// Every rule that the answer breaks. When no such declaration was sent, there is nothing to compare.
  public func findings(_ answer: DeclarationAnswer) -> [Finding] {
    let match = RuleBook.answerMatch
    if context.judges(match, answer.header), case .fail(let facts) = match.verdict(on: answer, in: context) {
      return [match.metadata.finding(at: answer.place(of: .declarationIdentification), facts: facts)]
    }
    guard let declaration = context.known?.answeredDeclaration else { return [] }
    var findings: [Finding] = []
    for rule in RuleBook.answer where context.judges(rule, answer.header) {
      rule.judge(answer, to: declaration) { findings.append(rule.metadata.finding(at: $0, facts: $1)) }
    }
    return findings
  }
}
