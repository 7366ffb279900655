/// A period in which a provider is contracted: for a municipality or all, under an agreement or all (contractperiode).
///
/// An extension is a row of its own. Care counts as contracted on the first day of its product period. Source:
/// Documentation/Funding.md.
public struct ContractPeriod: Hashable, Sendable, Codable {
  /// The provider.
  public var provider: ProviderCode
  /// The municipality; nil for all.
  public var municipality: MunicipalityCode?
  /// The key of the agreement; nil for all.
  public var agreement: String?
  /// From the first day on, up to the last one or without end.
  public var period: OpenPeriod
  /// What care it is for.
  public var kind: Kind

  /// What care a contract is for.
  public enum Kind: Hashable, Sendable, Codable {
    /// All care.
    case regular
    /// Care on allocations that began before a day, after the contract ended (uitlooptraject).
    case runOff(startedBefore: CalendarDate)
    /// The care of one client, at a provider without another contract (incidenteel contract, maatwerkcontract).
    case incidental(Bsn)
  }

  /// A contract period.
  public init(
    provider: ProviderCode, municipality: MunicipalityCode? = nil, agreement: String? = nil, period: OpenPeriod,
    kind: Kind = .regular
  ) {
    self.provider = provider
    self.municipality = municipality
    self.agreement = agreement
    self.period = period
    self.kind = kind
  }

  /// Whether it is for this care, whatever the day.
  public func concerns(_ care: ContractedCare) -> Bool {
    guard provider == care.provider, (municipality ?? care.municipality) == care.municipality,
      agreement == nil || agreement == care.agreement
    else { return false }
    switch kind {
    case .regular: return true
    case .runOff(let day): return care.start < day
    case .incidental(let client): return client == care.bsn
    }
  }
}
