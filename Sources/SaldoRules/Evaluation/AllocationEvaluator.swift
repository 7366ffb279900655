public import SaldoDomain

/// Runs the rules over one allocation message (301).
///
/// A 301 is the municipality's own: one that breaks a rule on its form, its header, TR332 or TR385 is not in force. What
/// only the provider's 302 can decide (``decidedByProvider``) is told to the municipality and changes nothing, and so is
/// what contradicts the region's own rules (level 5), which only signal.
public struct AllocationEvaluator: Sendable {
  /// The rules that leave an allocation in force until its provider refuses it: a reference that was not asked for
  /// (TR379), a code that our contracts do not list in its category (TR381).
  public static let decidedByProvider: Set<RuleCode> = ["TR379", "TR381"]

  private let context: RuleContext

  /// An evaluator in a context; rules that need more than the context has are left out.
  public init(_ context: RuleContext) { self.context = context }

  /// Every rule that a product breaks, in message order.
  public func findings(_ message: AllocationMessage) -> [Finding] {
    var findings: [Finding] = []
    for (position, product) in message.products.enumerated() {
      for rule in RuleBook.allocation where context.judges(rule, message.header) {
        guard case .fail(let facts) = rule.verdict(on: product, of: message, in: context) else { continue }
        findings.append(rule.metadata.finding(at: message.place(ofProduct: position), facts: facts))
      }
    }
    return findings
  }
}
