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
  /// Approved debits minus credits of the same product on the allocation, before this line.
  public let approvedBefore: Euros

  /// A claim with these values.
  public init(line: DeliveryLine, terms: ContractTerms, allocation: OpenPeriod, approvedBefore: Euros) {
    self.line = line
    self.terms = terms
    self.allocation = allocation
    self.approvedBefore = approvedBefore
  }
}

/// What a model says of a claim.
public struct Valuation: Hashable, Sendable {
  /// What is due, in euro cents.
  public let due: Euros
  /// The rule of the model that the claim breaks or that has something to tell, with its facts.
  public let remark: Remark?

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
  }
}

/// The funding models of this version.
public enum FundingModels {
  /// Every model, in the order in which the documentation lists them.
  public static let all: [any FundingModel] = [UnitPrice(), FixedPrice(), PaidWithoutDeclarations()]

  /// The model of an agreement.
  public static func model(of kind: FundingModelKind) -> any FundingModel {
    switch kind {
    case .unitPrice: UnitPrice()
    case .fixedPrice, .arrangement, .tranche: FixedPrice()
    case .lumpSum, .availability, .subsidy: PaidWithoutDeclarations()
    }
  }

  /// The findings that models and ceilings can give.
  public static let metadata: [RuleMetadata] =
    all.flatMap { type(of: $0).metadata } + ClientCeilingCounter.metadata + SpendingCounter.metadata
}
