/// A projected cost above which a request goes back to the manager of the team (drempel).
///
/// A row of `cost_tiers.csv`. Source: Documentation/Funding.md.
public struct CostTier: Hashable, Sendable, Codable {
  /// The name, for people.
  public var name: String
  /// The cost in euro cents; exactly this much is not above it.
  public var above: Euros

  /// A tier.
  public init(name: String, above: Euros) {
    self.name = name
    self.above = above
  }
}
