/// A region's contracts, prepared for the questions of rules and models.
public struct RegionContracts: Sendable {
  /// The region as it was loaded.
  public let snapshot: RegionSnapshot
  /// Its product catalogue.
  public let catalogue: Catalogue
  private let arrangements: ArrangementFiles
  private let closures: [ProviderCode: CalendarDate]
  /// Its own rules on contracts and products.
  public let localRules: LocalRules
  /// Which municipality bears the costs of a client.
  public let responsible: ResponsibleMunicipality
  /// Which municipality took over from which.
  public let succession: Succession

  /// The contracts of a region.
  public init(_ snapshot: RegionSnapshot) {
    self.snapshot = snapshot
    catalogue = Catalogue(snapshot)
    arrangements = ArrangementFiles(snapshot.arrangements)
    closures = Dictionary(
      snapshot.providers.compactMap { provider in provider.closedFrom.map { (provider.code, $0) } }
    ) { first, _ in first }
    localRules = LocalRules(snapshot)
    responsible = ResponsibleMunicipality(snapshot.sharing.residences)
    succession = Succession(snapshot.municipalities)
  }

  /// What the region recorded of a product on an allocation that is an arrangement, as far as it was known on a day.
  public func arrangementFile(
    of arrangement: ArrangementKey, _ product: Product, asOf: CalendarDate
  ) -> ArrangementFile {
    arrangements.file(of: arrangement, product, asOf: asOf)
  }

  /// From when a provider was closed; nil while it is open.
  public func closure(of provider: ProviderCode) -> CalendarDate? { closures[provider] }

  /// Whether the region has the municipality, now or in the past.
  public func contains(_ code: MunicipalityCode) -> Bool {
    snapshot.municipalities.contains { $0.code == code }
  }
}
