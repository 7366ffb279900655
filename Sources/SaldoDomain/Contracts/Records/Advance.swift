/// Money that a provider gets before the care is declared, and that is settled with it (voorschot).
///
/// A row of `advances.csv`. Source: Documentation/Funding.md.
public struct Advance: Hashable, Sendable, Codable {
  /// The key of the agreement.
  public var agreement: String
  /// The provider.
  public var provider: ProviderCode
  /// The municipality that pays.
  public var municipality: MunicipalityCode
  /// The legal domain whose money it is.
  public var domain: Domain
  /// The year.
  public var year: Int
  /// What the agreement is expected to cost in the year, in euro cents.
  public var yearlyAmount: Euros
  /// The height of the advances.
  public var height: Height
  /// How often they are settled.
  public var settled: Interval
  /// Whether the last settlement of the year is final, so that an excess is repaid and not carried.
  public var isFinal: Bool
  /// The first day of what is booked; nil for the month in which the ledger begins.
  public var bookFrom: CalendarDate?

  /// The height of advances.
  public enum Height: Hashable, Sendable {
    /// A whole percentage of the yearly amount, over twelve months.
    case percent(Int)
    /// An amount every month, in euro cents.
    case monthly(Euros)
  }

  /// How often advances are settled (verrekening).
  public enum Interval: String, CaseIterable, Hashable, Sendable, Codable {
    case monthly, quarterly, yearly

    /// The number of months in a settlement.
    public var months: Int {
      switch self {
      case .monthly: 1
      case .quarterly: 3
      case .yearly: 12
      }
    }
  }

  /// Advances with these values.
  public init(
    agreement: String, provider: ProviderCode, municipality: MunicipalityCode, domain: Domain, year: Int,
    yearlyAmount: Euros, height: Height, settled: Interval, isFinal: Bool = false, bookFrom: CalendarDate? = nil
  ) {
    self.agreement = agreement
    self.provider = provider
    self.municipality = municipality
    self.domain = domain
    self.year = year
    self.yearlyAmount = yearlyAmount
    self.height = height
    self.settled = settled
    self.isFinal = isFinal
    self.bookFrom = bookFrom
  }
}

extension Advance.Height: Codable {
  private enum Key: String, CodingKey { case percent, monthlyCents }

  /// Reads a percentage or an amount.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let percent = try container.decodeIfPresent(Int.self, forKey: .percent) {
      self = .percent(percent)
    } else {
      self = .monthly(try container.decode(Euros.self, forKey: .monthlyCents))
    }
  }

  /// Writes a percentage or an amount.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .percent(let percent): try container.encode(percent, forKey: .percent)
    case .monthly(let amount): try container.encode(amount, forKey: .monthlyCents)
    }
  }
}
