/// One row of the product catalogue: what one product costs in one unit, for whom and when (tariefregel).
public struct PriceRow: Hashable, Sendable, Codable {
  /// The product.
  public var product: Product
  /// The unit in which the product is allocated and declared.
  public var unit: CareUnit
  /// The price in euro cents, per ``basis``.
  public var price: Euros
  /// What the price is for one of.
  public var basis: PriceBasis
  /// The provider; nil for all providers.
  public var provider: ProviderCode?
  /// The municipality; nil for all municipalities.
  public var municipality: MunicipalityCode?
  /// From the first day of a month up to the last day of a month, or without end.
  public var validity: OpenPeriod
  /// The key of the agreement.
  public var agreement: String
  /// The group of clients that the row is for; nil for all clients.
  public var clientGroup: String?

  /// A price row with these values.
  public init(
    product: Product, unit: CareUnit, price: Euros, basis: PriceBasis, provider: ProviderCode? = nil,
    municipality: MunicipalityCode? = nil, validity: OpenPeriod, agreement: String, clientGroup: String? = nil
  ) {
    self.product = product
    self.unit = unit
    self.price = price
    self.basis = basis
    self.provider = provider
    self.municipality = municipality
    self.validity = validity
    self.agreement = agreement
    self.clientGroup = clientGroup
  }
}

/// What a price is for one of (tariefeenheid).
public enum PriceBasis: String, CaseIterable, Hashable, Sendable, Codable {
  /// One unit of the row.
  case unit
  /// One hour; the row's unit is then minutes or hours.
  case hour
  /// One week of output; the row's unit is then euros.
  case week
  /// One month of output; the row's unit is then euros.
  case month
  /// The whole allocation; the row's unit is then euros.
  case total
}
