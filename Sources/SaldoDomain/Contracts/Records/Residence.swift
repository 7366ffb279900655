/// Where a client lives, as far as it decides which municipality is responsible (woonplaats).
///
/// A row of `residences.csv`. Source: Documentation/Funding.md; Jeugdwet, article 1.1 (woonplaats).
public struct Residence: Hashable, Sendable, Codable {
  /// The client.
  public var bsn: Bsn
  /// The municipality.
  public var municipality: MunicipalityCode
  /// From when up to when.
  public var period: OpenPeriod
  /// What the row says.
  public var basis: Basis

  /// What a row says of a client (grondslag).
  public enum Basis: String, CaseIterable, Hashable, Sendable, Codable {
    /// The address in the register of persons (BRP), outside residential care.
    case address
    /// The address in the register of persons during residential care.
    case residential
    /// The municipality that is responsible by decision: youth care before 2022, and the Wmo.
    case responsible

    /// Whether the row is about an address.
    public var isAddress: Bool { self != .responsible }
  }

  /// A row on a client.
  public init(bsn: Bsn, municipality: MunicipalityCode, period: OpenPeriod, basis: Basis) {
    self.bsn = bsn
    self.municipality = municipality
    self.period = period
    self.basis = basis
  }
}
