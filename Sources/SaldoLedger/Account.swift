public import SaldoDomain

/// An account of the ledger (rekening): one kind of money between one municipality and one provider.
public struct Account: Hashable, Sendable {
  /// The kind of money.
  public var kind: Kind
  /// The legal domain.
  public var domain: Domain
  /// The municipality whose money it is.
  public var municipality: MunicipalityCode
  /// The provider.
  public var provider: ProviderCode
  /// The product; nil when the account is not kept per product.
  public var product: Product?
  /// The key of the agreement; nil when the account is not kept per agreement.
  public var agreement: String?

  /// The kinds of accounts.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// What care costs the municipality (zorgkosten); debit, so positive.
    case careCost = "care-cost"
    /// What the municipality owes the provider (te betalen); credit, so negative.
    case payable
    /// What a yearly amount costs the municipality (lumpsum, subsidie); debit.
    case lumpSumCost = "lump-sum-cost"
    /// What changing the way care is given costs the municipality (transformatie); debit.
    case transformationCost = "transformation-cost"
    /// What places that are kept free cost the municipality (beschikbaarheid); debit.
    case availabilityCost = "availability-cost"
    /// What the corridor of a yearly amount settles (bandbreedte); debit when the municipality pays more.
    case corridorCost = "corridor-cost"
    /// What was paid in advance and is not settled yet (voorschot); debit.
    case advance
    /// What the provider is entitled to and will be settled with advances (te verrekenen); credit.
    case unsettled

    /// Whether what is booked on the account is a cost of care that is paid without declarations.
    public var isCostWithoutDeclarations: Bool {
      switch self {
      case .lumpSumCost, .transformationCost, .availabilityCost, .corridorCost: true
      case .careCost, .payable, .advance, .unsettled: false
      }
    }
  }

  /// An account.
  public init(
    kind: Kind, domain: Domain, municipality: MunicipalityCode, provider: ProviderCode, product: Product?,
    agreement: String?
  ) {
    self.kind = kind
    self.domain = domain
    self.municipality = municipality
    self.provider = provider
    self.product = product
    self.agreement = agreement
  }
}
