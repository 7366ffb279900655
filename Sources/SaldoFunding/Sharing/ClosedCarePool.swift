public import SaldoDomain

/// Closed care that several regions buy together, with a part of the risk for the institutions (gesloten jeugdhulp).
///
/// Each region pays what it used. Of the deviation of the whole from what was agreed, the institutions carry their risk
/// share: they get less when more was used, and more when less was used. That part is taken off the regions by use.
///
/// Source: Documentation/Funding.md.
public struct ClosedCarePool: Hashable, Sendable {
  /// What each region pays, in euro cents and in the order given.
  public let regions: [Euros]
  /// What each institution carries, in euro cents and in the order given; negative is a gain.
  public let institutions: [Euros]

  /// Settles a year.
  ///
  /// - Parameters:
  ///   - agreed: The cost that was agreed for the whole.
  ///   - use: What each region used; never negative. When none used anything, the deviation is shared equally.
  ///   - weights: What each institution weighs in the risk; the risk is shared equally when nothing weighs.
  ///   - riskSharePercent: The institutions' part of the deviation, in whole percents.
  /// - Precondition: there is a region, and there is an institution.
  public init(agreed: Euros, use: [Euros], institutions weights: [Int64], riskSharePercent: Int) {
    let deviation = use.reduce(.zero, +) - agreed
    let carried = Euros(
      cents: Rounding.halfAwayFromZero(wide: Int128(deviation.cents) * Int128(riskSharePercent), over: 100))
    institutions = LargestRemainder.split(carried, by: Self.usable(weights))
    regions = zip(use, LargestRemainder.split(carried, by: Self.usable(use.map(\.cents)))).map { $0 - $1 }
  }

  private static func usable(_ weights: [Int64]) -> [Int64] {
    weights.contains { $0 > 0 } ? weights : weights.map { _ in 1 }
  }
}

extension ClosedCarePool {
  /// The pool of a group of products in a year, from the tables of a region.
  ///
  /// - Parameters:
  ///   - use: What each municipality used, in the order in which they share.
  /// - Returns: Nil when nothing was agreed on the group for the year.
  public init?(group: String, in year: Int, use: [Euros], under records: SharingRecords) {
    guard let terms = records.closedCare.first(where: { $0.group == group && $0.year == year }) else { return nil }
    let weights = records.closedCareInstitutions.filter { $0.group == group }.map(\.weight)
    guard !weights.isEmpty, !use.isEmpty else { return nil }
    self.init(agreed: terms.agreed, use: use, institutions: weights, riskSharePercent: terms.riskSharePercent)
  }
}
