public import SaldoDomain
public import SaldoSettlement

/// What settling a declaration before its turn asks of a ledger, besides its working set.
extension Ledger {
  /// Whether any message to or from a municipality was booked in a domain.
  public func knows(_ municipality: MunicipalityCode, in domain: Domain) throws -> Bool {
    try read { try ids.municipality(municipality, domain, in: $0) != nil }
  }

  /// Counts again what is used of ceilings that are those of some clients.
  ///
  /// - Parameters:
  ///   - ceilings: Those in the working set of a message with this header, loaded under this region.
  ///   - clients: The clients whose ceilings are counted again.
  /// - Throws: ``LedgerError``.
  public func recount(
    _ ceilings: inout [CeilingUse], of clients: Set<Bsn>, for header: MessageHeader, under region: RegionSnapshot
  ) throws {
    try read { database in
      guard let municipality = try ids.municipality(header.municipality, header.standard.domain, in: database) else {
        return
      }
      let finder = try CeilingUseFinder(
        without: region.agreementsOutsideCeilings, HeldMessages(in: database), in: database)
      for position in ceilings.indices {
        let ceiling = ceilings[position].ceiling
        guard clients.contains(ceiling.bsn), let client = try ids.client(ceiling.bsn, keys: keys, in: database) else {
          continue
        }
        ceilings[position].used = try finder.used(of: ceiling, client: client, municipality: municipality)
      }
    }
  }

  /// What booking a message takes, as far as it can be made before its turn; nil when the ledger does not know all of its
  /// clients yet.
  ///
  /// - Parameter answer: The bytes of the answer; nil when there is none.
  /// - Throws: ``LedgerError``.
  public func prepare(_ booking: Booking, answer: [UInt8]?) throws -> PreparedBooking? {
    let clients = try read { try ids.clients(booking.message.clients, keys: keys, in: $0) }
    let known = clients.compactMap { $0 }
    return known.count == clients.count ? try PreparedBooking(booking, clients: known, answer: answer) : nil
  }
}
