public import SaldoDomain

/// Runs the rules over one return message of a provider (302, 320).
public struct ReturnEvaluator: Sendable {
  private let context: RuleContext

  /// An evaluator in a context; rules that need more than the context has are left out.
  public init(_ context: RuleContext) { self.context = context }

  /// Every rule that the message breaks.
  public func findings(_ message: ReturnMessage) -> [Finding] {
    RuleBook.returned.filter { context.judges($0, message.header) }.compactMap { rule in
      guard case .fail(let facts) = rule.verdict(on: message, in: context) else { return nil }
      return rule.metadata.finding(at: message.header.place(of: .identification), facts: facts)
    }
  }
}
