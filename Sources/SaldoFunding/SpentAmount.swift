public import SaldoDomain

/// What was booked at a municipality for a product in a year of delivery: debits minus credits.
public struct SpentAmount: Hashable, Sendable {
  /// The municipality.
  public var municipality: MunicipalityCode
  /// The domain of the care.
  public var domain: Domain
  /// The product.
  public var product: Product
  /// The year of delivery.
  public var year: Int
  /// The amount in euro cents.
  public var amount: Euros

  /// An amount that was spent.
  public init(municipality: MunicipalityCode, domain: Domain, product: Product, year: Int, amount: Euros) {
    self.municipality = municipality
    self.domain = domain
    self.product = product
    self.year = year
    self.amount = amount
  }
}
