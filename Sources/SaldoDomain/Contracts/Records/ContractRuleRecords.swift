/// The region's own rules on its contracts (level 5): coverage, product maxima, gates, and their exceptions.
///
/// Every table is optional; an empty record is left out of a stored region, so that the digest of a region never
/// changes by a table that it does not have.
public struct ContractRuleRecords: Hashable, Sendable {
  /// When providers are contracted (contractperioden), in the order of their table.
  public var contracts: [ContractPeriod] = []
  /// The rules on products (productregels), in the order of their table.
  public var productRules: [ProductRule] = []
  /// The exceptions to them (uitzonderingen), in the order of their table.
  public var exceptions: [RuleException] = []
  /// The access of clients to long-term care (Wlz), in the order of their table.
  public var wlz: [WlzAccess] = []

  /// No rows at all.
  public init() {}

  /// The number of incidental contracts that run in a month: many are a sign of waiting lists.
  public func incidentalContracts(in month: CalendarMonth) -> Int {
    let month = OpenPeriod(begin: month.first, end: month.last)
    return contracts.count {
      if case .incidental = $0.kind { $0.period.overlaps(month) } else { false }
    }
  }
}

extension ContractRuleRecords: RegionRecords {
  private enum Key: String, CodingKey { case contracts, productRules, exceptions, wlz }

  /// Reads the tables that are there.
  public init(from decoder: any Decoder) throws {
    self.init()
    let container = try decoder.container(keyedBy: Key.self)
    contracts = try container.rows(.contracts)
    productRules = try container.rows(.productRules)
    exceptions = try container.rows(.exceptions)
    wlz = try container.rows(.wlz)
  }

  /// Writes the tables that have rows.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(rows: contracts, .contracts)
    try container.encode(rows: productRules, .productRules)
    try container.encode(rows: exceptions, .exceptions)
    try container.encode(rows: wlz, .wlz)
  }
}
