public import SaldoDomain

/// The older form of solidarity: each municipality puts a share of its budget into a pool (solidariteitspool).
///
/// The pool pays the cost of all, pro rata when it falls short; what it does not pay is each municipality's own, and what
/// is left of it flows back by what was put in. Source: Documentation/Funding.md.
public enum SolidarityPool {
  /// What one municipality pays in all.
  public struct Share: Hashable, Sendable {
    /// The municipality.
    public let municipality: MunicipalityCode
    /// What it puts into the pool, in euro cents, rounded down.
    public let deposit: Euros
    /// What flows back of that, in euro cents.
    public let refund: Euros
    /// The part of its cost that the pool does not pay, in euro cents.
    public let own: Euros

    /// What it pays in all, in euro cents.
    public var total: Euros { deposit - refund + own }
  }

  /// What each municipality pays, in the order given; the totals sum to the cost.
  ///
  /// - Parameter sharePercent: The share of each budget that is pooled, in whole percents.
  /// - Precondition: no cost is negative.
  public static func shares(of years: [Solidarity.Year], sharePercent: Int) -> [Share] {
    precondition(years.allSatisfy { $0.actual >= .zero }, "a cost is never negative")
    let deposits = years.map { Euros(cents: Int64(Int128($0.budget.cents) * Int128(sharePercent) / 100)) }
    let pool = deposits.reduce(.zero, +)
    let cost = years.reduce(.zero) { $0 + $1.actual }
    let paid =
      cost > pool ? LargestRemainder.split(pool, by: years.map(\.actual.cents)) : years.map(\.actual)
    let refunds =
      pool > cost ? LargestRemainder.split(pool - cost, by: deposits.map(\.cents)) : years.map { _ in .zero }
    return years.indices.map {
      Share(
        municipality: years[$0].municipality, deposit: deposits[$0], refund: refunds[$0],
        own: years[$0].actual - paid[$0])
    }
  }
}
