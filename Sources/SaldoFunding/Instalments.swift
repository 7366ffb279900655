public import SaldoDomain

/// Splits an amount into instalments (termijnen) by shares in whole percents.
///
/// All but the last are rounded down to a whole cent and the last takes the remainder, so that the parts always add up
/// to the amount. Source: Documentation/Funding.md.
public enum Instalments {
  /// The parts of an amount, in the order of the shares.
  ///
  /// - Precondition: the amount is not negative and the shares sum to 100.
  public static func split(_ amount: Euros, by shares: [Int]) -> [Euros] {
    precondition(amount >= .zero, "an amount in instalments is not negative")
    precondition(shares.reduce(0, +) == 100, "the shares sum to 100 %")
    var parts = shares.map { Euros(cents: amount.cents * Int64($0) / 100) }
    parts[parts.count - 1] = amount - parts.dropLast().reduce(.zero, +)
    return parts
  }
}
