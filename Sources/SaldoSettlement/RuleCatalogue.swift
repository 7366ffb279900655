public import SaldoDomain
import SaldoFunding
import SaldoRules

/// Every rule that can give a finding: those of the standard, of contracts, of models and of ceilings.
public enum RuleCatalogue {
  /// Every rule, in order of precedence.
  public static let all: [RuleMetadata] = RuleBook.metadata + FundingModels.metadata

  /// The rules as one text, one a line: what the digest of a rule set covers.
  public static let canonicalText: String = all.map { rule in
    [
      rule.code.rawValue, String(rule.level.rawValue), rule.severity.rawValue, rule.returnCode?.rawValue ?? "-",
      rule.kinds.map(\.rawValue).joined(separator: ","), rule.domains.map(\.rawValue).joined(separator: ","),
      rule.since.rawValue,
    ].joined(separator: " ") + "\n"
  }.joined()

  /// The rule with a code, or nil.
  public static func metadata(of code: RuleCode) -> RuleMetadata? { byCode[code] }

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
}
