public import SaldoDomain

/// How municipalities help one that overruns its budget by much (solidariteit).
///
/// Source: Documentation/Funding.md.
public enum Solidarity {
  /// The year of one municipality.
  public struct Year: Hashable, Sendable {
    /// The municipality.
    public let municipality: MunicipalityCode
    /// The budget in euro cents, never negative.
    public let budget: Euros
    /// The realised cost in euro cents.
    public let actual: Euros
    /// Whether a report is attached to a claim.
    public let hasReport: Bool

    /// The year of a municipality.
    public init(municipality: MunicipalityCode, budget: Euros, actual: Euros, hasReport: Bool) {
      precondition(budget >= .zero, "a budget is never negative")
      self.municipality = municipality
      self.budget = budget
      self.actual = actual
      self.hasReport = hasReport
    }
  }

  /// What came of the year of one municipality.
  public struct Share: Hashable, Sendable {
    /// The municipality.
    public let municipality: MunicipalityCode
    /// What it may claim in euro cents; nil when its overrun is not above the threshold.
    public let claim: Euros?
    /// What it gets in euro cents.
    public let granted: Euros
    /// What it carries for others in euro cents.
    public let contribution: Euros
    /// Why a claim gets nothing; nil when it gets something or there is none.
    public let refusal: Refusal?
  }

  /// Why a claim gets nothing (reden).
  public enum Refusal: Hashable, Sendable {
    /// No regime holds in the year, or it has ended.
    case noRegime
    /// No report is attached.
    case noReport
    /// All municipalities are above the threshold, so nobody is left to contribute.
    case allClaim
    /// Those without a claim have no budget, or no room below their own threshold.
    case noRoom
  }

  /// What each municipality gets and carries, in the order given.
  ///
  /// An overrun above the threshold is a claim, rounded down; exactly the threshold is not. Those at or below their
  /// threshold carry the granted claims by budget, each at most up to its own threshold when the terms say so; what they
  /// cannot carry is split again over the others, and what nobody can carry stays with the claimants pro rata. A
  /// municipality above the threshold never carries, also not when its claim lacks a report.
  ///
  /// - Parameter terms: The terms of the year; nil when no regime holds, so that nothing can be claimed.
  public static func shares(of years: [Year], under terms: SolidarityTerms.Claims?) -> [Share] {
    guard let terms else {
      return years.map {
        Share(municipality: $0.municipality, claim: nil, granted: .zero, contribution: .zero, refusal: .noRegime)
      }
    }
    let claims = years.map { claim(of: $0, terms) }
    let valid = zip(years, claims).map { $0.hasReport ? $1 ?? .zero : .zero }
    let asked = valid.reduce(.zero, +)
    let carriers = claims.indices.filter { claims[$0] == nil }
    var contributions = years.map { _ in Euros.zero }
    carry(asked, by: carriers, years, terms, &contributions)
    let carried = contributions.reduce(.zero, +)
    let granted = asked == .zero ? valid : LargestRemainder.split(carried, by: valid.map(\.cents))
    return years.indices.map { index in
      let refusal: Refusal? =
        if claims[index] == nil { nil } else if !years[index].hasReport { .noReport } else if carriers.isEmpty {
          .allClaim
        } else if carried == .zero && asked > .zero { .noRoom } else { nil }
      return Share(
        municipality: years[index].municipality, claim: claims[index], granted: granted[index],
        contribution: contributions[index], refusal: refusal)
    }
  }

  /// What a municipality may claim; nil at or below the threshold.
  private static func claim(of year: Year, _ terms: SolidarityTerms.Claims) -> Euros? {
    let above = Int128(year.actual.cents) * 100 - threshold(of: year, terms)
    guard above > 0 else { return nil }
    switch terms.scope {
    case .aboveThreshold: return Euros(cents: Int64(above / 100))
    case .wholeOverrun: return year.actual - year.budget
    }
  }

  /// The budget with the threshold, in hundredths of a cent.
  private static func threshold(of year: Year, _ terms: SolidarityTerms.Claims) -> Int128 {
    Int128(year.budget.cents) * Int128(100 + terms.thresholdPercent)
  }

  /// Splits an amount over carriers by budget; what lies above the room of some goes round again over the others.
  private static func carry(
    _ amount: Euros, by carriers: [Int], _ years: [Year], _ terms: SolidarityTerms.Claims,
    _ contributions: inout [Euros]
  ) {
    func room(_ index: Int) -> Euros? {
      guard terms.cap == .threshold else { return nil }
      let below = threshold(of: years[index], terms) - Int128(years[index].actual.cents) * 100
      return Euros(cents: Int64(below / 100)) - contributions[index]
    }
    var rest = amount
    var active = carriers.filter { years[$0].budget > .zero }
    while rest > .zero, !active.isEmpty {
      let parts = LargestRemainder.split(rest, by: active.map { years[$0].budget.cents })
      rest = .zero
      for (index, part) in zip(active, parts) {
        let carried = min(part, room(index) ?? part)
        contributions[index] += carried
        rest += part - carried
      }
      active.removeAll { room($0) == .zero }
    }
  }
}
