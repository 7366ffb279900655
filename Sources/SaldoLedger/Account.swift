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
