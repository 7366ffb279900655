/// What a provider may spend in a segment in a year before its care is paid with a signal or set apart
/// (bestedingsruimte).
///
/// It counts approved lines by year of delivery, debits minus credits, over all municipalities of the region.
public struct SpendingSpace: Hashable, Sendable, Codable {
  /// The provider.
  public var provider: ProviderCode
  /// The segment of the agreements that count (``Agreement/segment``).
  public var segment: String
  /// The domain of the care.
  public var domain: Domain
  /// The year of delivery.
  public var year: Int
  /// The height in euro cents.
  public var amount: Euros

  /// A spending space.
  public init(provider: ProviderCode, segment: String, domain: Domain, year: Int, amount: Euros) {
    self.provider = provider
    self.segment = segment
    self.domain = domain
    self.year = year
    self.amount = amount
  }
}
