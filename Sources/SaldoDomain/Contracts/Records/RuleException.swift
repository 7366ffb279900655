/// An exception that was made to a product rule for one allocation (uitzondering).
public struct RuleException: Hashable, Sendable, Codable {
  /// The municipality.
  public var municipality: MunicipalityCode
  /// The allocation.
  public var allocation: AllocationNumber
  /// The rule.
  public var rule: ProductRule.Kind
  /// Why.
  public var reason: String

  /// An exception.
  public init(municipality: MunicipalityCode, allocation: AllocationNumber, rule: ProductRule.Kind, reason: String) {
    self.municipality = municipality
    self.allocation = allocation
    self.rule = rule
    self.reason = reason
  }
}
