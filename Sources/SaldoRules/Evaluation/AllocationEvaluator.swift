public import SaldoDomain

/// Runs the rules over one allocation message (301).
public struct AllocationEvaluator: Sendable {
  private let context: RuleContext

  /// An evaluator in a context; rules that need more than the context has are left out.
  public init(_ context: RuleContext) { self.context = context }

  /// Every rule that a product breaks, in message order.
  public func findings(_ message: AllocationMessage) -> [Finding] {
    var findings: [Finding] = []
    for (position, product) in message.products.enumerated() {
      for rule in RuleBook.allocation where context.judges(rule.metadata, message.header) {
        guard case .fail(let facts) = rule.verdict(on: product, of: message, in: context) else { continue }
        findings.append(rule.metadata.finding(at: message.place(ofProduct: position), facts: facts))
      }
    }
    return findings
  }
}
