public import SaldoDomain

/// Splits an amount by weights to the cent (grootste overschotten).
///
/// Each part gets its share rounded down; the cents that are left over go one by one to the parts with the largest
/// fractions, and among equal fractions to the earlier part. The parts always sum to the amount. A negative amount is
/// split as its size.
///
/// Source: Documentation/Funding.md.
public enum LargestRemainder {
  /// The parts of an amount, one for each weight and in the same order.
  ///
  /// - Precondition: no weight is negative, and one is positive.
  public static func split(_ amount: Euros, by weights: [Int64]) -> [Euros] {
    precondition(weights.allSatisfy { $0 >= 0 }, "a weight is never negative")
    let whole = weights.reduce(Int128(0)) { $0 + Int128($1) }
    precondition(whole > 0, "something must weigh")
    let size = Int128(amount.cents.magnitude)
    let shares = weights.map { (size * Int128($0)).quotientAndRemainder(dividingBy: whole) }
    var parts = shares.map { Int64($0.quotient) }
    let left = Int(size - shares.reduce(Int128(0)) { $0 + $1.quotient })
    let byFraction = shares.indices.sorted { (shares[$1].remainder, $0) < (shares[$0].remainder, $1) }
    for index in byFraction.prefix(left) { parts[index] += 1 }
    return parts.map { Euros(cents: amount < .zero ? -$0 : $0) }
  }

  /// The parts of a series of amounts: those of each sum to it, and up to any of them the parts of a weight are its part of
  /// the sum so far.
  ///
  /// So twelve instalments are shared to the cent, and so is the year. An amount of a few cents may have a part of a cent
  /// with the other sign.
  ///
  /// - Precondition: no weight is negative, and one is positive.
  public static func split(series amounts: [Euros], by weights: [Int64]) -> [[Euros]] {
    var (sum, before) = (Euros.zero, weights.map { _ in Euros.zero })
    return amounts.map { amount in
      sum += amount
      let parts = split(sum, by: weights)
      defer { before = parts }
      return zip(parts, before).map { $0 - $1 }
    }
  }
}
