import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

extension RuleContext {
  /// The sample situation of 10 March 2025 in the sample region with a change.
  static func sample(known: WorkingSet = .sample, region change: (inout RegionSnapshot) -> Void) -> RuleContext {
    .sample(region: RegionContracts(with(RegionContracts.sample.snapshot, change)), known: known)
  }

  /// The sample situation in a region with these contract periods.
  static func sample(contracts: [ContractPeriod], known: WorkingSet = .sample) -> RuleContext {
    .sample(known: known) { $0.contractRules.contracts = contracts }
  }

  /// The sample situation in a region with these product rules and exceptions.
  static func sample(
    rules: [ProductRule], exceptions: [RuleException] = [], known: WorkingSet = .sample
  ) -> RuleContext {
    .sample(known: known) {
      $0.contractRules.productRules = rules
      $0.contractRules.exceptions = exceptions
    }
  }
}

extension ContractPeriod {
  /// The sample provider, for all municipalities and agreements, unless said otherwise.
  static func sample(
    _ begin: CalendarDate, _ end: CalendarDate? = nil, provider: ProviderCode = Sample.provider,
    municipality: MunicipalityCode? = nil, agreement: String? = nil, kind: Kind = .regular
  ) -> ContractPeriod {
    ContractPeriod(
      provider: provider, municipality: municipality, agreement: agreement, period: OpenPeriod(begin, end), kind: kind)
  }
}

extension ProductRule {
  /// A rule on the category of the sample product from 2025 on, under agreement `pxq`.
  static func sample(
    _ limit: Limit, code: ProductCode? = nil, municipality: MunicipalityCode? = nil, agreement: String? = "pxq",
    from: CalendarDate = "2025-01-01", action: Action = .reject
  ) -> ProductRule {
    ProductRule(
      category: Sample.product.category, code: code, municipality: municipality, agreement: agreement, limit: limit,
      from: from, action: action)
  }
}

extension RuleException {
  /// An exception for allocation 1001 at the sample municipality.
  static func sample(_ rule: ProductRule.Kind) -> RuleException {
    RuleException(
      municipality: Sample.municipality, allocation: AllocationNumber(1001), rule: rule, reason: "Toekomstplan")
  }
}

extension KnownAllocation {
  /// Allocation 1001 with this validity.
  static func sample(_ begin: CalendarDate, _ end: CalendarDate? = nil) -> KnownAllocation {
    .sample(.sample(validity: OpenPeriod(begin, end)))
  }
}

extension AllocationRule {
  /// The verdict on one product for the sample client; a failure has the facts that the metadata lists.
  func judge(
    _ product: AllocatedProduct = .sample(), municipality: MunicipalityCode = Sample.municipality,
    domain: Domain = .jw, in context: RuleContext, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Verdict {
    var message = AllocationMessage.sample(municipality: municipality, products: [product])
    message.header.standard = domain == .jw ? .iJw(.v3_2) : .iWmo(.v3_2)
    let verdict = verdict(on: product, of: message, in: context)
    if case .fail(let facts) = verdict { expectListed(facts, by: metadata, sourceLocation: sourceLocation) }
    return verdict
  }
}
