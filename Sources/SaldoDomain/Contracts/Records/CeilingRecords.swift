/// What the region keeps on ceilings besides their first height: raises, dispositions, spending spaces and budgets.
///
/// Every table is optional; an empty record is left out of a stored region, so that the digest of a region never
/// changes by a table that it does not have.
public struct CeilingRecords: Hashable, Sendable {
  /// The raises of ceilings per client (ophogingen), in the order of their table.
  public var raises: [CeilingRaise] = []
  /// What was decided about overruns (afhandelingen), in the order of their table.
  public var dispositions: [CeilingDisposition] = []
  /// The heights of ceilings by cell (matrix), in the order of their table.
  public var matrix: [CeilingMatrixRow] = []
  /// The spending spaces of providers (bestedingsruimten), in the order of their table.
  public var spendingSpaces: [SpendingSpace] = []
  /// The budgets of municipalities (begrotingen), in the order of their table.
  public var budgets: [MunicipalBudget] = []
  /// The groups of products (productgroepen), in the order of their table.
  public var productGroups: [ProductGroup] = []

  /// No rows at all.
  public init() {}
}

extension CeilingRecords: RegionRecords {
  private enum Key: String, CodingKey { case raises, dispositions, matrix, spendingSpaces, budgets, productGroups }

  /// Reads the tables that are there.
  public init(from decoder: any Decoder) throws {
    self.init()
    let container = try decoder.container(keyedBy: Key.self)
    raises = try container.rows(.raises)
    dispositions = try container.rows(.dispositions)
    matrix = try container.rows(.matrix)
    spendingSpaces = try container.rows(.spendingSpaces)
    budgets = try container.rows(.budgets)
    productGroups = try container.rows(.productGroups)
  }

  /// Writes the tables that have rows.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(rows: raises, .raises)
    try container.encode(rows: dispositions, .dispositions)
    try container.encode(rows: matrix, .matrix)
    try container.encode(rows: spendingSpaces, .spendingSpaces)
    try container.encode(rows: budgets, .budgets)
    try container.encode(rows: productGroups, .productGroups)
  }
}
