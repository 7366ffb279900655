public import SaldoDomain

/// From what an overrun in youth care is paid: first the surplus of the Wmo, then the reserve (dekking).
///
/// Source: Documentation/Funding.md.
public struct Coverage: Hashable, Sendable {
  /// The overrun in euro cents; nothing when there is none.
  public let overrun: Euros
  /// The sources in the order in which they are used.
  public let steps: [Step]

  /// Where cover comes from.
  public enum Source: Hashable, Sendable {
    /// What is left of the budget of the Wmo.
    case socialSupport
    /// The reserve.
    case reserve
  }

  /// What one source gives.
  public struct Step: Hashable, Sendable {
    /// The source.
    public let source: Source
    /// What it holds, in euro cents.
    public let available: Euros
    /// What it gives, in euro cents.
    public let used: Euros

    /// What is left of it, in euro cents.
    public var left: Euros { available - used }
  }

  /// How an overrun is covered.
  ///
  /// - Parameters:
  ///   - overrun: Realised cost less budget of youth care; nothing has to be covered when it is negative.
  ///   - surplus: Budget less realised cost of the Wmo; it gives nothing when it is negative.
  ///   - reserve: What is held in reserve.
  public init(overrun: Euros, surplus: Euros, reserve: Euros) {
    self.overrun = max(.zero, overrun)
    var rest = self.overrun
    steps = [(Source.socialSupport, surplus), (.reserve, reserve)].map { source, amount in
      let available = max(.zero, amount)
      let used = min(rest, available)
      rest -= used
      return Step(source: source, available: available, used: used)
    }
  }

  /// What no source covers, in euro cents.
  public var uncovered: Euros { steps.reduce(overrun) { $0 - $1.used } }
}
