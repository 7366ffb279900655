/// A yearly amount for a provider that is paid without declarations (taakgerichte bekostiging, lumpsum, subsidie).
///
/// A row of `lump_sums.csv`. Source: Documentation/Funding.md.
public struct LumpSum: Hashable, Sendable, Codable {
  /// The key of the agreement.
  public var agreement: String
  /// The provider.
  public var provider: ProviderCode
  /// The legal domain whose money it is.
  public var domain: Domain
  /// The municipalities that pay, with their weights, in the order of the cell; one with weight 1 pays all.
  public var shares: [Share]
  /// The year.
  public var year: Int
  /// The amount for the year, in euro cents.
  public var amount: Euros
  /// When it is paid.
  public var instalments: Instalments
  /// What it is for.
  public var part: Part
  /// How the risk is shared at the end of the year; nil when nothing is settled.
  public var corridor: Corridor?
  /// The first day of what is booked; nil for the month in which the ledger begins.
  public var bookFrom: CalendarDate?

  /// What one municipality pays (aandeel).
  public struct Share: Hashable, Sendable, Codable {
    /// The municipality.
    public var municipality: MunicipalityCode
    /// Its weight among those of the row.
    public var weight: Int64

    /// A share.
    public init(municipality: MunicipalityCode, weight: Int64) {
      self.municipality = municipality
      self.weight = weight
    }
  }

  /// When a yearly amount is paid (termijnen).
  public enum Instalments: Hashable, Sendable {
    /// On the first of each month.
    case monthly
    /// On the first day of each quarter.
    case quarterly
    /// In equal parts on these days.
    case days([CalendarDate])
  }

  /// What a yearly amount is for (onderdeel).
  public enum Part: String, CaseIterable, Hashable, Sendable, Codable {
    /// Care (zorg).
    case care
    /// Changing the way care is given, with its own realisation (transformatie).
    case transformation
  }

  /// A band around the amount and who bears what lies beyond it (bandbreedte, risicodeling).
  public struct Corridor: Hashable, Sendable, Codable {
    /// The band on either side, in whole percents of the amount.
    public var bandPercent: Int
    /// The part of what lies beyond that the purchaser settles, in whole percents.
    public var riskSharePercent: Int

    /// A corridor.
    public init(bandPercent: Int, riskSharePercent: Int) {
      self.bandPercent = bandPercent
      self.riskSharePercent = riskSharePercent
    }
  }

  /// A yearly amount with these values.
  public init(
    agreement: String, provider: ProviderCode, domain: Domain, shares: [Share], year: Int, amount: Euros,
    instalments: Instalments, part: Part = .care, corridor: Corridor? = nil, bookFrom: CalendarDate? = nil
  ) {
    self.agreement = agreement
    self.provider = provider
    self.domain = domain
    self.shares = shares
    self.year = year
    self.amount = amount
    self.instalments = instalments
    self.part = part
    self.corridor = corridor
    self.bookFrom = bookFrom
  }
}

extension LumpSum.Instalments: Codable {
  private enum Rhythm: String, Codable { case monthly, quarterly }

  /// Reads a rhythm or a list of days.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let days = try? container.decode([CalendarDate].self) {
      self = .days(days)
    } else {
      self = try container.decode(Rhythm.self) == .monthly ? .monthly : .quarterly
    }
  }

  /// Writes a rhythm or a list of days.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .monthly: try container.encode(Rhythm.monthly)
    case .quarterly: try container.encode(Rhythm.quarterly)
    case .days(let days): try container.encode(days)
    }
  }
}
