/// An agreement on how care is paid (overeenkomst); price rows refer to it by its key.
public struct Agreement: Hashable, Sendable, Codable {
  /// The key, unique in the region.
  public var key: String
  /// The name, for reports.
  public var name: String
  /// The funding model.
  public var model: FundingModelKind
  /// Which day decides the price row.
  public var tariffDate: TariffDate
  /// What a broken month is worth when an amount per month is agreed.
  public var partialMonth: PartialMonth
  /// The ledger account of the payer's bookkeeping (grootboekrekening), for the payables.
  public var ledgerAccount: String?
  /// The cost centre of the payer's bookkeeping (kostenplaats), for the payables.
  public var costCentre: String?

  /// An agreement with these values.
  public init(
    key: String, name: String, model: FundingModelKind, tariffDate: TariffDate = .delivery,
    partialMonth: PartialMonth = .full, ledgerAccount: String? = nil, costCentre: String? = nil
  ) {
    self.key = key
    self.name = name
    self.model = model
    self.tariffDate = tariffDate
    self.partialMonth = partialMonth
    self.ledgerAccount = ledgerAccount
    self.costCentre = costCentre
  }

  /// Which day decides the price row (tariefdatum).
  public enum TariffDate: String, CaseIterable, Hashable, Sendable, Codable {
    /// The first day of the line's product period.
    case delivery
    /// The first day of the allocation.
    case start
  }

  /// What a broken month is worth when an amount per month is agreed (gebroken maand).
  public enum PartialMonth: String, CaseIterable, Hashable, Sendable, Codable {
    /// The whole amount.
    case full
    /// Nothing: only whole months are paid.
    case none
    /// The amount × days of the product period ÷ days of the month.
    case proRataDays = "pro-rata-days"
  }
}

/// The way an agreement turns declared care into money (bekostigingsmodel).
public enum FundingModelKind: String, CaseIterable, Hashable, Sendable, Codable {
  /// Volume × price (p×q), effort.
  case unitPrice = "unit-price"
  /// A price per piece, or an amount per week, month or in total, output.
  case fixedPrice = "fixed-price"
}
