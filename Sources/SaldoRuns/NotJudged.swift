public import SaldoDomain
import SaldoSettlement

/// A rule that could not be judged on a message, and what was not known for it.
public struct NotJudged: Hashable, Sendable {
  /// The rule.
  public let rule: RuleCode
  /// What it needs and nobody gave.
  public let missing: Knowledge

  /// The rules that would reject a message with this header, or a part of it, and need more than is known.
  static func rules(on header: MessageHeader, region: Bool, history: Bool) -> [NotJudged] {
    var known: Knowledge = []
    if region { known.insert(.region) }
    if history { known.insert(.history) }
    return RuleCatalogue.all.compactMap { rule in
      let missing = rule.needs.subtracting(known)
      guard rule.severity == .reject, rule.level > .schema, rule.governs(header), !missing.isEmpty else { return nil }
      return NotJudged(rule: rule.code, missing: missing)
    }
  }
}
