public import SaldoDomain

/// An account of the ledger (rekening): one kind of money between one municipality and one provider.
///
/// Its copies share their texts, because every line of a declaration is posted on two.
public struct Account: Hashable, Sendable {
  /// The kind of money.
  public var kind: Kind { shared.values.kind }
  /// The legal domain.
  public var domain: Domain { shared.values.domain }
  /// The municipality whose money it is.
  public var municipality: MunicipalityCode { shared.values.municipality }
  /// The provider.
  public var provider: ProviderCode { shared.values.provider }
  /// The product; nil when the account is not kept per product.
  public var product: Product? { shared.values.product }
  /// The key of the agreement; nil when the account is not kept per agreement.
  public var agreement: String? { shared.values.agreement }

  private let shared: Shared

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
    shared = Shared(
      Values(
        kind: kind, domain: domain, municipality: municipality, provider: provider, product: product,
        agreement: agreement))
  }

  /// Compares the values.
  public static func == (lhs: Account, rhs: Account) -> Bool {
    lhs.shared === rhs.shared || lhs.shared.hash == rhs.shared.hash && lhs.shared.values == rhs.shared.values
  }

  /// Hashes the values.
  public func hash(into hasher: inout Hasher) { hasher.combine(shared.hash) }

  private struct Values: Hashable {
    let kind: Kind
    let domain: Domain
    let municipality: MunicipalityCode
    let provider: ProviderCode
    let product: Product?
    let agreement: String?
  }

  /// What copies share; it never changes.
  private final class Shared: Sendable {
    let values: Values
    let hash: Int

    init(_ values: Values) {
      self.values = values
      hash = values.hashValue
    }
  }
}
