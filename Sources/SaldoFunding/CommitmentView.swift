public import SaldoDomain

/// What is committed by allocations, what was declared of it and what may still come, against the budget of a year
/// (verplichtingen).
///
/// Of each allocation, what its projected cost exceeds what was declared on it may still come. Source:
/// Documentation/Funding.md.
public struct CommitmentView: Hashable, Sendable {
  /// One allocation in the year.
  public struct Allocation: Hashable, Sendable {
    /// The projected cost of the year in euro cents; nil when it is unknown.
    public let projected: Euros?
    /// Approved debits less credits with a delivery month in the year, in euro cents.
    public let declared: Euros

    /// An allocation.
    public init(projected: Euros?, declared: Euros) {
      self.projected = projected
      self.declared = declared
    }

    /// What may still come, in euro cents; nothing when the projected cost is unknown.
    public var stillToCome: Euros { max(.zero, (projected ?? declared) - declared) }
  }

  /// The projected cost of all allocations, in euro cents.
  public let committed: Euros
  /// What was declared on them, in euro cents.
  public let declared: Euros
  /// What may still come, in euro cents.
  public let stillToCome: Euros
  /// How many allocations have no projected cost, so that more may come.
  public let unknown: Int
  /// The budget of the year in euro cents; nil when there is none.
  public let budget: Euros?

  /// The view of a year.
  public init(_ allocations: [Allocation], budget: Euros? = nil) {
    committed = allocations.reduce(.zero) { $0 + ($1.projected ?? .zero) }
    declared = allocations.reduce(.zero) { $0 + $1.declared }
    stillToCome = allocations.reduce(.zero) { $0 + $1.stillToCome }
    unknown = allocations.count { $0.projected == nil }
    self.budget = budget
  }

  /// What the year is expected to cost, in euro cents.
  public var expected: Euros { declared + stillToCome }

  /// Budget less expected cost, in euro cents; negative for an overrun, nil without a budget.
  public var room: Euros? { budget.map { $0 - expected } }
}
