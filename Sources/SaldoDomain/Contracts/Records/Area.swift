/// A postal code area with its neighbourhood, weight and consortium (wijk, consortium).
///
/// A neighbourhood is all rows with its name. A row of `areas.csv`. Source: Documentation/Funding.md.
public struct Area: Hashable, Sendable, Codable {
  /// The four digits of the postal code.
  public var postalCode: String
  /// The name of the neighbourhood or team.
  public var neighbourhood: String
  /// What the area weighs in the amount for the neighbourhoods.
  public var weight: Int64
  /// The consortium that works there, by the AGB code of its lead.
  public var consortium: ProviderCode

  /// An area.
  public init(postalCode: String, neighbourhood: String, weight: Int64, consortium: ProviderCode) {
    self.postalCode = postalCode
    self.neighbourhood = neighbourhood
    self.weight = weight
    self.consortium = consortium
  }
}

/// A client near a boundary who is helped by another consortium than that of the address (grensgeval).
///
/// A row of `area_exceptions.csv`.
public struct AreaException: Hashable, Sendable, Codable {
  /// The client.
  public var bsn: Bsn
  /// The consortium, by the AGB code of its lead.
  public var consortium: ProviderCode
  /// From when up to when.
  public var period: OpenPeriod
  /// Why.
  public var reason: String

  /// An exception.
  public init(bsn: Bsn, consortium: ProviderCode, period: OpenPeriod, reason: String) {
    self.bsn = bsn
    self.consortium = consortium
    self.period = period
    self.reason = reason
  }
}
