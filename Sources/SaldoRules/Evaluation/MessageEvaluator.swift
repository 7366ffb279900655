public import SaldoDomain

/// Runs the rules that every message has: those of level 2 and those on the header.
///
/// A rule is judged only on the kinds of messages, in the domains and since the release that its metadata names.
public struct MessageEvaluator: Sendable {
  private let context: RuleContext

  /// An evaluator in a context; header rules that need more than the context has are left out.
  public init(_ context: RuleContext) { self.context = context }

  /// The findings of level 2, in the order of the rules; one that rejects refuses the whole message with 0001.
  ///
  /// TR319 stands at the line, unless the region follows the style sheet. Source: iStandaarden 3.2, IV028 and IV032.
  public func formFindings(_ message: Message) -> [Finding] {
    var findings: [Finding] = []
    let header = message.header
    for rule in RuleBook.messageForm(of: header.kind) where rule.governs(header) {
      rule.judge(message) { place, facts in findings.append(rule.metadata.finding(at: place, facts: facts)) }
    }
    guard case .declaration(let declaration) = message else { return findings }
    return findings + TR319PeriodIsNotAfterTheDeclarationPeriod.formFindings(of: declaration, in: context)
  }

  /// The findings of the header rules.
  public func headerFindings(_ message: Message) -> [Finding] {
    var findings: [Finding] = []
    for rule in RuleBook.header where context.judges(rule, message.header) {
      if case .fail(let facts) = rule.verdict(on: message, in: context) {
        let place = message.header.place(of: type(of: rule).element(of: message.header))
        findings.append(rule.metadata.finding(at: place, facts: facts))
      }
    }
    return findings
  }
}
