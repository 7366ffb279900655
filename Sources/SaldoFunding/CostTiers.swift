public import SaldoDomain

/// Above which projected cost a request goes back to the manager of the team (kostentoets).
///
/// Source: Documentation/Funding.md.
public struct CostTiers: Hashable, Sendable {
  /// The tiers in euro cents, from low to high.
  public let tiers: [Euros]

  /// € 25,000, € 50,000, € 80,000 and € 100,000.
  public static let usual = CostTiers([25_000_00, 50_000_00, 80_000_00, 100_000_00].map { Euros(cents: $0) })

  /// Tiers in any order.
  public init(_ tiers: [Euros]) { self.tiers = tiers.sorted() }

  /// The tiers of a region; the usual ones when it has none of its own.
  public init(_ records: SharingRecords) {
    self = records.costTiers.isEmpty ? .usual : CostTiers(records.costTiers.map(\.above))
  }

  /// What a check advises.
  public enum Advice: Hashable, Sendable {
    /// The cost is not above any tier.
    case pass
    /// The cost is above a tier: the highest such one, with the position of the product that costs most.
    case returnToManager(tier: Euros, total: Euros, driver: Int)
  }

  /// What to do with a request, from the projected cost of each of its products; exactly a tier is not above it.
  public func advice(on products: [Euros]) -> Advice {
    let total = products.reduce(.zero, +)
    guard let tier = tiers.last(where: { total > $0 }),
      let driver = products.indices.max(by: { (products[$0], $1) < (products[$1], $0) })
    else { return .pass }
    return .returnToManager(tier: tier, total: total, driver: driver)
  }
}
