/// Care as contracts and product rules look at it: who delivers it to whom, for which municipality, under which
/// agreement, on an allocation from when on.
public struct ContractedCare: Hashable, Sendable {
  /// The provider.
  public var provider: ProviderCode
  /// The municipality.
  public var municipality: MunicipalityCode
  /// The client.
  public var bsn: Bsn
  /// The key of the agreement; nil when the catalogue has none for it.
  public var agreement: String?
  /// The number of the allocation.
  public var allocation: AllocationNumber
  /// The municipality that granted the allocation: another one after a merger.
  public var grantor: MunicipalityCode
  /// The first day of the allocation.
  public var start: CalendarDate

  /// Care on an allocation.
  public init(
    provider: ProviderCode, municipality: MunicipalityCode, bsn: Bsn, agreement: String?,
    allocation: AllocationNumber, grantor: MunicipalityCode? = nil, start: CalendarDate
  ) {
    self.provider = provider
    self.municipality = municipality
    self.bsn = bsn
    self.agreement = agreement
    self.allocation = allocation
    self.grantor = grantor ?? municipality
    self.start = start
  }
}
