/// Rounding lives here and nowhere else, so that each place that rounds names how.
public enum Rounding {
  /// A fraction rounded to a whole number, halves away from zero.
  ///
  /// Source: iStandaarden 3.2 IV081 ("1.455 becomes 1.46") for tariffs; TR346 is silent on halves and follows it
  /// (decision 0004).
  ///
  /// - Precondition: the denominator is positive.
  public static func halfAwayFromZero(_ numerator: Int64, over denominator: Int64) -> Int64 {
    precondition(denominator > 0, "a denominator is positive")
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    // Compared by subtraction, so that doubling a large remainder cannot overflow.
    guard remainder.magnitude >= denominator.magnitude - remainder.magnitude else { return quotient }
    return numerator < 0 ? quotient - 1 : quotient + 1
  }

  /// A wide fraction rounded to a whole number, halves away from zero; traps when it does not fit.
  ///
  /// - Precondition: the denominator is positive.
  public static func halfAwayFromZero(wide numerator: Int128, over denominator: Int128) -> Int64 {
    precondition(denominator > 0, "a denominator is positive")
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    guard remainder.magnitude >= denominator.magnitude - remainder.magnitude else { return Int64(quotient) }
    return Int64(numerator < 0 ? quotient - 1 : quotient + 1)
  }
}
