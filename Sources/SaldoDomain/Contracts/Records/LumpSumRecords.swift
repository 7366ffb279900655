/// What is paid without declarations: lump sums, availability, subsidies, advances, and the production beside them.
///
/// Every table is optional; an empty record is left out of a stored region, so that the digest of a region never changes
/// by a table that it does not have.
public struct LumpSumRecords: Hashable, Sendable {
  /// The yearly amounts, of lump sums and subsidies.
  public var lumpSums: [LumpSum] = []
  /// The places that are kept free.
  public var capacities: [Capacity] = []
  /// The advances.
  public var advances: [Advance] = []
  /// The care that was delivered, as far as the region keeps it.
  public var production: [ProductionRow] = []

  /// No rows at all.
  public init() {}

  /// The advances to a provider for a municipality and a domain: a line is settled with that of its agreement and year
  /// of delivery, and payable at once without one.
  public func advances(
    to provider: ProviderCode, for municipality: MunicipalityCode, _ domain: Domain
  ) -> [Advance] {
    advances.filter { $0.provider == provider && $0.municipality == municipality && $0.domain == domain }
  }
}

extension LumpSumRecords: RegionRecords {
  private enum Key: String, CodingKey { case lumpSums, capacities, advances, production }

  /// Reads the tables that are there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    lumpSums = try container.rows(.lumpSums)
    capacities = try container.rows(.capacities)
    advances = try container.rows(.advances)
    production = try container.rows(.production)
  }

  /// Writes the tables that have rows.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(rows: lumpSums, .lumpSums)
    try container.encode(rows: capacities, .capacities)
    try container.encode(rows: advances, .advances)
    try container.encode(rows: production, .production)
  }
}
