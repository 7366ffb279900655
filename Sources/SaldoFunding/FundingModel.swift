public import SaldoDomain

/// A way to turn declared care into money (bekostigingsmodel): one file per model.
///
/// A model values a line that the rules approved. It never changes an amount: a line is paid as declared or rejected as
/// a whole (Documentation/Funding.md).
public protocol FundingModel: Sendable {
  /// The findings that the model can give.
  static var metadata: [RuleMetadata] { get }

  /// What is due for a claim, and whether the claim stays within it.
  func value(_ claim: Claim) -> Valuation
}

/// A debit line that the rules approved, with what a model needs to value it.
public struct Claim: Sendable {
  /// The line.
  public let line: DeliveryLine
  /// The contract terms of the line.
  public let terms: ContractTerms
  /// The validity of the allocation.
  public let allocation: OpenPeriod
  /// Approved debits minus credits of the same product on the allocation, before this line; only under a price for the
  /// whole allocation.
  public let approvedBefore: Euros
  /// From when the provider was closed; nil while it is open.
  public let closedFrom: CalendarDate?
  /// What is known of the arrangement that the line claims; nil under every other model.
  public let arrangement: Arrangement?

  /// What a claim on an arrangement is valued with.
  public struct Arrangement: Sendable {
    /// What the region recorded.
    public let file: ArrangementFile
    /// What was claimed before on the allocation, of approved and uncredited lines.
    public let claims: [ArrangementClaim]
    /// What was paid on the arrangement that this one replaced, when that had no result.
    public let paidOnReplaced: Euros

    /// What is known of an arrangement; by default nothing.
    public init(
      file: ArrangementFile = ArrangementFile(), claims: [ArrangementClaim] = [], paidOnReplaced: Euros = .zero
    ) {
      self.file = file
      self.claims = claims
      self.paidOnReplaced = paidOnReplaced
    }
  }

  /// A claim with these values.
  public init(
    line: DeliveryLine, terms: ContractTerms, allocation: OpenPeriod, approvedBefore: Euros,
    closedFrom: CalendarDate? = nil, arrangement: Arrangement? = nil
  ) {
    self.line = line
    self.terms = terms
    self.allocation = allocation
    self.approvedBefore = approvedBefore
    self.closedFrom = closedFrom
    self.arrangement = arrangement
  }
}

/// What a model says of a claim.
public struct Valuation: Hashable, Sendable {
  /// What is due, in euro cents.
  public let due: Euros
  /// The rule of the model that the claim breaks or that has something to tell, with its facts.
  public let remark: Remark?
  /// Whether the claim waits for what the municipality still has to record: the remark then says with what the claim is
  /// rejected when the hold is over. The settlement adds the last day of the hold to its facts, as `until`.
  public let isHeld: Bool
  /// What somebody should know, whatever becomes of the claim; only rules that signal.
  public internal(set) var signals: [Remark] = []

  /// A rule of a model and the facts it saw.
  public struct Remark: Hashable, Sendable {
    /// The code of the rule; its metadata are the model's.
    public let rule: RuleCode
    /// What the rule saw.
    public let facts: Facts

    /// A remark of a rule.
    public init(rule: RuleCode, facts: Facts) {
      self.rule = rule
      self.facts = facts
    }
  }

  /// A valuation without or with a remark.
  public init(due: Euros, remark: Remark? = nil) {
    self.due = due
    self.remark = remark
    isHeld = false
  }

  /// The valuation of a claim that waits; without a record in time the remark rejects it.
  public init(due: Euros, heldFor remark: Remark) {
    self.due = due
    self.remark = remark
    isHeld = true
  }
}

/// The funding models of this version.
public enum FundingModels {
  /// Every model, in the order in which the documentation lists them.
  public static let all: [any FundingModel] = [
    UnitPrice(), FixedPrice(), Arrangement(), Tranche(), PaidWithoutDeclarations(),
  ]

  /// The model of an agreement.
  public static func model(of kind: FundingModelKind) -> any FundingModel {
    switch kind {
    case .unitPrice: UnitPrice()
    case .fixedPrice: FixedPrice()
    case .arrangement: Arrangement()
    case .tranche: Tranche()
    case .lumpSum, .availability, .subsidy: PaidWithoutDeclarations()
    }
  }

  /// The findings that models and ceilings can give.
  public static let metadata: [RuleMetadata] =
    all.flatMap { type(of: $0).metadata } + ClientCeilingCounter.metadata + SpendingCounter.metadata
}
