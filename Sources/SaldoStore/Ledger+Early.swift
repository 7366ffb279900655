public import SaldoDomain

/// What settling a declaration before its turn asks of a ledger, besides its working set.
extension Ledger {
  /// Whether any message to or from a municipality was booked in a domain.
  public func knows(_ municipality: MunicipalityCode, in domain: Domain) throws -> Bool {
    try read { try ids.municipality(municipality, domain, in: $0) != nil }
  }

  /// Counts again what is used of the ceilings in a working set that are those of some clients.
  ///
  /// - Parameters:
  ///   - set: The working set of a message with this header, loaded under this region.
  ///   - clients: The clients whose ceilings are counted again.
  public func recountCeilings(
    in set: inout WorkingSet, of clients: Set<Bsn>, for header: MessageHeader, under region: RegionSnapshot
  ) throws {
    try read { database in
      guard let municipality = try ids.municipality(header.municipality, header.standard.domain, in: database) else {
        return
      }
      let finder = try CeilingUseFinder(without: region.agreementsOutsideCeilings, in: database)
      for (position, ceiling) in set.ceilings.map(\.ceiling).enumerated() where clients.contains(ceiling.bsn) {
        guard let client = try ids.client(ceiling.bsn, keys: keys, in: database) else { continue }
        set.ceilings[position].used = try finder.used(of: ceiling, client: client, municipality: municipality)
      }
    }
  }
}
