/// What a region agreed and decided, as one value: the contents of a region folder at one moment (regio).
///
/// Everything that is not in a message but decides about one stands here. A snapshot is journaled like a message, so
/// that an old month is replayed with the contracts of its day.
public struct RegionSnapshot: Hashable, Sendable, Codable {
  /// The name of the region, for the heads of reports.
  public var name: String
  /// Choices that hold for the whole region.
  public var settings: RegionSettings
  /// The municipalities (gemeenten), in the order of their table.
  public var municipalities: [Municipality]
  /// The providers (aanbieders), in the order of their table.
  public var providers: [Provider]
  /// The agreements that price rows refer to (overeenkomsten), in the order of their table.
  public var agreements: [Agreement]
  /// The product catalogue (productcatalogus), in the order of its table.
  public var prices: [PriceRow]
  /// The ceilings per client (individuele budgetplafonds), in the order of their table.
  public var clientCeilings: [ClientCeiling]

  /// A region with these values.
  public init(
    name: String, settings: RegionSettings, municipalities: [Municipality], providers: [Provider],
    agreements: [Agreement], prices: [PriceRow], clientCeilings: [ClientCeiling]
  ) {
    self.name = name
    self.settings = settings
    self.municipalities = municipalities
    self.providers = providers
    self.agreements = agreements
    self.prices = prices
    self.clientCeilings = clientCeilings
  }
}

/// Choices that hold for a whole region (instellingen); each has a default.
public struct RegionSettings: Hashable, Sendable, Codable {
  /// Days between booking and the due date of a payment (betaaltermijn); 30 by default.
  public var paymentTermDays: Int
  /// Who pays the providers: the region for all, or each municipality for its own clients; the latter by default.
  public var payer: Payer

  /// Who pays the providers (betaler).
  public enum Payer: String, CaseIterable, Hashable, Sendable, Codable {
    case municipality
    case region
  }

  /// Settings with these values.
  public init(paymentTermDays: Int = 30, payer: Payer = .municipality) {
    self.paymentTermDays = paymentTermDays
    self.payer = payer
  }
}

/// A municipality of the region (gemeente).
public struct Municipality: Hashable, Sendable, Codable {
  /// The CBS code.
  public var code: MunicipalityCode
  /// The name.
  public var name: String
  /// From when up to when the code is in use; nil ends mean always.
  public var validFrom: CalendarDate?
  /// The last day of the code, when it was abolished.
  public var validUntil: CalendarDate?

  /// A municipality.
  public init(code: MunicipalityCode, name: String, validFrom: CalendarDate? = nil, validUntil: CalendarDate? = nil) {
    self.code = code
    self.name = name
    self.validFrom = validFrom
    self.validUntil = validUntil
  }
}

/// A provider that the region contracted (aanbieder).
public struct Provider: Hashable, Sendable, Codable {
  /// The AGB code.
  public var code: ProviderCode
  /// The name.
  public var name: String

  /// A provider.
  public init(code: ProviderCode, name: String) {
    self.code = code
    self.name = name
  }
}
