/// What a municipality paid in advance to the municipality that purchases for the region (voorschot van een gemeente).
///
/// A row of `municipal_advances.csv`. It is settled with the municipality's share of the year; it is no advance to a
/// provider. Source: Documentation/Funding.md.
public struct MunicipalAdvance: Hashable, Sendable, Codable {
  /// The municipality that paid.
  public var municipality: MunicipalityCode
  /// The year of delivery.
  public var year: Int
  /// The advance in euro cents.
  public var amount: Euros

  /// An advance.
  public init(municipality: MunicipalityCode, year: Int, amount: Euros) {
    self.municipality = municipality
    self.year = year
    self.amount = amount
  }
}
