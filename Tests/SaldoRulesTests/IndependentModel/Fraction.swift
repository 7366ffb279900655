/// An exact fraction, for the slow model only.
struct Fraction: Comparable {
  let numerator: Int
  let denominator: Int

  init(_ numerator: Int, over denominator: Int = 1) {
    precondition(denominator > 0)
    var (a, b) = (abs(numerator), denominator)
    while b != 0 { (a, b) = (b, a % b) }
    self.numerator = numerator / max(a, 1)
    self.denominator = denominator / max(a, 1)
  }

  static func + (lhs: Fraction, rhs: Fraction) -> Fraction {
    Fraction(
      lhs.numerator * rhs.denominator + rhs.numerator * lhs.denominator, over: lhs.denominator * rhs.denominator)
  }

  static func - (lhs: Fraction, rhs: Fraction) -> Fraction { lhs + rhs * Fraction(-1) }

  static func * (lhs: Fraction, rhs: Fraction) -> Fraction {
    Fraction(lhs.numerator * rhs.numerator, over: lhs.denominator * rhs.denominator)
  }

  static func < (lhs: Fraction, rhs: Fraction) -> Bool {
    lhs.numerator * rhs.denominator < rhs.numerator * lhs.denominator
  }

  /// The largest whole number that is not above it.
  var floor: Int {
    let quotient = numerator / denominator
    return numerator < 0 && quotient * denominator != numerator ? quotient - 1 : quotient
  }

  /// The nearest whole number, halves up.
  var halfUp: Int { (self + Fraction(1, over: 2)).floor }
}
