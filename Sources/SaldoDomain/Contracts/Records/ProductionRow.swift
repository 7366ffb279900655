/// Care that a provider delivered to a client in a month, as the region keeps it beside the messages (productie).
///
/// A row of `production.csv`. Source: Documentation/Funding.md.
public struct ProductionRow: Hashable, Sendable, Codable {
  /// The municipality.
  public var municipality: MunicipalityCode
  /// The provider.
  public var provider: ProviderCode
  /// The client.
  public var bsn: Bsn
  /// The product.
  public var product: Product
  /// The month of delivery.
  public var month: CalendarMonth
  /// The volume, in the unit of the product's price; nil when only the care itself is known.
  public var volume: Int64?

  /// A row.
  public init(
    municipality: MunicipalityCode, provider: ProviderCode, bsn: Bsn, product: Product, month: CalendarMonth,
    volume: Int64?
  ) {
    self.municipality = municipality
    self.provider = provider
    self.bsn = bsn
    self.product = product
    self.month = month
    self.volume = volume
  }
}
