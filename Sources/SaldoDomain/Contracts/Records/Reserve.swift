/// What a municipality holds in reserve for care at the start of a year (reserve sociaal domein).
///
/// A row of `reserves.csv`. Source: Documentation/Funding.md.
public struct Reserve: Hashable, Sendable, Codable {
  /// The municipality.
  public var municipality: MunicipalityCode
  /// The year.
  public var year: Int
  /// The reserve in euro cents.
  public var amount: Euros

  /// A reserve.
  public init(municipality: MunicipalityCode, year: Int, amount: Euros) {
    self.municipality = municipality
    self.year = year
    self.amount = amount
  }
}
