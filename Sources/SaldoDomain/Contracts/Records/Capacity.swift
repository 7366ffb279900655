/// Places that a provider keeps free for a municipality, at a price per day (beschikbaarheid).
///
/// A row of `availability.csv`. Source: Documentation/Funding.md.
public struct Capacity: Hashable, Sendable, Codable {
  /// The key of the agreement.
  public var agreement: String
  /// The provider.
  public var provider: ProviderCode
  /// The municipality that pays.
  public var municipality: MunicipalityCode
  /// The legal domain whose money it is.
  public var domain: Domain
  /// The number of places.
  public var places: Int
  /// The price of one place for one day, in euro cents.
  public var pricePerDay: Euros
  /// When the places are agreed.
  public var validity: OpenPeriod
  /// The first day of what is booked; nil for the month in which the ledger begins.
  public var bookFrom: CalendarDate?

  /// Places with these values.
  public init(
    agreement: String, provider: ProviderCode, municipality: MunicipalityCode, domain: Domain, places: Int,
    pricePerDay: Euros, validity: OpenPeriod, bookFrom: CalendarDate? = nil
  ) {
    self.agreement = agreement
    self.provider = provider
    self.municipality = municipality
    self.domain = domain
    self.places = places
    self.pricePerDay = pricePerDay
    self.validity = validity
    self.bookFrom = bookFrom
  }
}
