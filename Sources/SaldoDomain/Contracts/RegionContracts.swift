/// A region's contracts, prepared for the questions of rules and models.
public struct RegionContracts: Sendable {
  /// The region as it was loaded.
  public let snapshot: RegionSnapshot
  /// Its product catalogue.
  public let catalogue: Catalogue
  /// Its own rules on contracts and products.
  public let localRules: LocalRules

  /// The contracts of a region.
  public init(_ snapshot: RegionSnapshot) {
    self.snapshot = snapshot
    catalogue = Catalogue(snapshot)
    localRules = LocalRules(snapshot)
  }

  /// Whether the region has the municipality, now or in the past.
  public func contains(_ code: MunicipalityCode) -> Bool {
    snapshot.municipalities.contains { $0.code == code }
  }
}
