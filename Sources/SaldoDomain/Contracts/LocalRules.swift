/// The region's own rules on contracts and products, indexed for the questions of one line or allocation.
public struct LocalRules: Sendable {
  private let contracts: [ProviderCode: [ContractPeriod]]
  private let rules: [ProductCategory: [ProductRule]]
  private let kinds: Set<ProductRule.Kind>
  private let exceptions: Set<ExceptionKey>
  private let wlz: [Bsn: CalendarDate]
  private let ceilings: [Bsn: [ClientCeiling]]
  private let continuations: ContinuedContracts
  /// Whether the region has a table of contract periods: only then is care judged on it.
  public let hasContracts: Bool

  private struct ExceptionKey: Hashable {
    let municipality: MunicipalityCode
    let allocation: AllocationNumber
    let rule: ProductRule.Kind
  }

  /// The rules of a region.
  public init(_ region: RegionSnapshot) {
    let records = region.contractRules
    hasContracts = !records.contracts.isEmpty
    contracts = Dictionary(grouping: records.contracts, by: \.provider)
    rules = Dictionary(grouping: records.productRules, by: \.category)
    kinds = Set(records.productRules.map(\.limit.kind))
    exceptions = Set(
      records.exceptions.map {
        ExceptionKey(municipality: $0.municipality, allocation: $0.allocation, rule: $0.rule)
      })
    wlz = Dictionary(records.wlz.map { ($0.bsn, $0.from) }, uniquingKeysWith: min)
    ceilings = Dictionary(grouping: region.clientCeilings, by: \.bsn)
    continuations = ContinuedContracts(region.sharing.continuations)
  }

  /// How care stands to the contracts of its provider on the first day of a product period.
  ///
  /// A contract of the municipality that the client left covers it too, while it goes on (``Continuation``).
  ///
  /// - Returns: Nil when the region has no table of contract periods.
  public func coverage(of care: ContractedCare, on day: CalendarDate) -> ContractCoverage? {
    guard hasContracts else { return nil }
    let coverages = continuations.contracts(of: care.bsn, at: care.municipality, on: day).map { municipality in
      var care = care
      care.municipality = municipality
      return ownCoverage(of: care, on: day)
    }
    return coverages.first { $0 == .covered } ?? coverages.first { $0 != .notContracted } ?? .notContracted
  }

  /// How care stands to the contracts for its own municipality.
  private func ownCoverage(of care: ContractedCare, on day: CalendarDate) -> ContractCoverage {
    let periods = contracts[care.provider, default: []].filter { $0.concerns(care) }.map(\.period)
    if periods.contains(where: { $0.contains(day) }) { return .covered }
    if let end = periods.compactMap(\.end).filter({ $0 < day }).max() { return .ended(end) }
    return periods.map(\.begin).min().map { .begins($0) } ?? .notContracted
  }

  /// Whether the region has a rule of a kind, for any product.
  public func has(_ kind: ProductRule.Kind) -> Bool { !kinds.isEmpty && kinds.contains(kind) }

  /// The rule of a kind that holds for a product on an allocation; nil when none does, or an exception was made.
  ///
  /// The most specific rule wins: municipality before agreement before code; of equals the one with the latest rule
  /// date.
  ///
  /// - Parameter code: The code; nil on an aspecific allocation, for which only rules on a whole category hold.
  public func rule(
    _ kind: ProductRule.Kind, on category: ProductCategory, _ code: ProductCode?, of care: ContractedCare
  ) -> ProductRule? {
    let key = ExceptionKey(municipality: care.grantor, allocation: care.allocation, rule: kind)
    guard let rules = rules[category], !exceptions.contains(key) else { return nil }
    func rank(_ rule: ProductRule) -> Int {
      (rule.municipality == nil ? 0 : 4) + (rule.agreement == nil ? 0 : 2) + (rule.code == nil ? 0 : 1)
    }
    let rule = rules.filter {
      $0.limit.kind == kind && $0.from <= care.start && ($0.municipality ?? care.municipality) == care.municipality
        && ($0.agreement == nil || $0.agreement == care.agreement) && ($0.code == nil || $0.code == code)
    }.max { (rank($0), $0.from) < (rank($1), $1.from) }
    return rule?.action == ProductRule.Action.none ? nil : rule
  }

  /// From when a client has access to long-term care; nil when it has none.
  public func wlz(of bsn: Bsn) -> CalendarDate? { wlz[bsn] }

  /// The ceilings of a client at a municipality that overlap a period.
  public func ceilings(of bsn: Bsn, at municipality: MunicipalityCode, in period: OpenPeriod) -> [ClientCeiling] {
    ceilings[bsn, default: []].filter {
      $0.municipality == municipality
        && OpenPeriod(begin: $0.period.begin, end: $0.period.end).overlaps(period)
    }
  }
}
