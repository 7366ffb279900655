public import SaldoDomain

/// What a fixed price came to per hour that was really given (marge op een profiel).
///
/// The price of a profile does not depend on hours; they stand in `production.csv` beside it, and only show how the price
/// worked out. Source: Documentation/Funding.md.
public struct ProfileMargin: Hashable, Sendable {
  /// What was granted, credits deducted, in euro cents.
  public let granted: Euros
  /// The hours that were given.
  public let hours: Int64

  /// The margin of a profile.
  public init(granted: Euros, hours: Int64) {
    self.granted = granted
    self.hours = hours
  }

  /// The price per hour, rounded once; nil without hours.
  public var perHour: Euros? {
    hours > 0 ? Euros(cents: Rounding.halfAwayFromZero(granted.cents, over: hours)) : nil
  }
}
