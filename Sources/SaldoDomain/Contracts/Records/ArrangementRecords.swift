/// What the region keeps of single arrangements: outcomes, agreed changes, replacements and plans (arrangementen).
///
/// Every table is optional; an empty record is left out of a stored region, so that the digest of a region never changes
/// by a table that it does not have.
public struct ArrangementRecords: Hashable, Sendable {
  /// What arrangements achieved, in the order of the table.
  public var outcomes: [ArrangementOutcome] = []
  /// Agreements to change an amount, in the order of the table.
  public var changes: [ArrangementChange] = []
  /// Arrangements that took the place of others, in the order of the table.
  public var replacements: [ArrangementReplacement] = []
  /// Family plans and arrangements, in the order of the table.
  public var plans: [ArrangementPlan] = []

  /// No rows at all.
  public init() {}
}

extension ArrangementRecords: RegionRecords {
  private enum Key: String, CodingKey { case outcomes, changes, replacements, plans }

  /// Reads the tables that are there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    outcomes = try container.rows(.outcomes)
    changes = try container.rows(.changes)
    replacements = try container.rows(.replacements)
    plans = try container.rows(.plans)
  }

  /// Writes the tables that have rows.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(rows: outcomes, .outcomes)
    try container.encode(rows: changes, .changes)
    try container.encode(rows: replacements, .replacements)
    try container.encode(rows: plans, .plans)
  }
}
