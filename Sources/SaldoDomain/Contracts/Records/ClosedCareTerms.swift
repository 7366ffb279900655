/// What was agreed on closed care of a year that is bought together (gesloten jeugdhulp).
///
/// A row of `closed_care.csv`. Source: Documentation/Funding.md.
public struct ClosedCareTerms: Hashable, Sendable, Codable {
  /// The group of products (`product_groups.csv`).
  public var group: String
  /// The year of delivery.
  public var year: Int
  /// The cost that was agreed for the whole, in euro cents.
  public var agreed: Euros
  /// The institutions' part of the deviation, in whole percents.
  public var riskSharePercent: Int

  /// The terms of a year.
  public init(group: String, year: Int, agreed: Euros, riskSharePercent: Int) {
    self.group = group
    self.year = year
    self.agreed = agreed
    self.riskSharePercent = riskSharePercent
  }
}

/// An institution that carries a part of the risk of closed care (instelling).
///
/// A row of `closed_care_institutions.csv`.
public struct ClosedCareInstitution: Hashable, Sendable, Codable {
  /// The group of products.
  public var group: String
  /// The institution.
  public var provider: ProviderCode
  /// What it weighs in the risk.
  public var weight: Int64

  /// An institution.
  public init(group: String, provider: ProviderCode, weight: Int64) {
    self.group = group
    self.provider = provider
    self.weight = weight
  }
}
