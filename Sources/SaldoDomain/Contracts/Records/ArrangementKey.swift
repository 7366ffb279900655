/// Which arrangement a record of the region is about: the allocation that it was made for.
public struct ArrangementKey: Hashable, Sendable, Codable {
  /// The domain; numbers of allocations are unique in it.
  public var domain: Domain
  /// The municipality that allocated.
  public var municipality: MunicipalityCode
  /// The number of the allocation.
  public var allocation: AllocationNumber

  /// The arrangement of an allocation.
  public init(domain: Domain = .jw, municipality: MunicipalityCode, allocation: AllocationNumber) {
    self.domain = domain
    self.municipality = municipality
    self.allocation = allocation
  }
}
