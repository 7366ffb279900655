/// What a municipality expects to spend on a group of products in a year (begroting).
public struct MunicipalBudget: Hashable, Sendable, Codable {
  /// The municipality.
  public var municipality: MunicipalityCode
  /// The group of products.
  public var group: String
  /// The domain of the care.
  public var domain: Domain
  /// The year of delivery.
  public var year: Int
  /// The height in euro cents.
  public var amount: Euros

  /// A budget.
  public init(municipality: MunicipalityCode, group: String, domain: Domain, year: Int, amount: Euros) {
    self.municipality = municipality
    self.group = group
    self.domain = domain
    self.year = year
    self.amount = amount
  }
}
