/// What is paid without declarations: lump sums, availability, subsidies, advances, and the production beside them.
///
/// Every table is optional; an empty record is left out of a stored region, so that the digest of a region never changes
/// by a table that it does not have.
public struct LumpSumRecords: Hashable, Sendable {
  /// No rows at all.
  public init() {}
}

extension LumpSumRecords: RegionRecords {
  /// Reads the tables that are there.
  public init(from decoder: any Decoder) throws { self.init() }

  /// Writes the tables that have rows.
  public func encode(to encoder: any Encoder) throws {}
}
