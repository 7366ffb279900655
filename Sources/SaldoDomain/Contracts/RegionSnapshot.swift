/// What a region agreed and decided, as one value: the contents of a region folder at one moment (regio).
///
/// Everything that is not in a message but decides about one stands here. A snapshot is journaled like a message, so
/// that an old month is replayed with the contracts of its day.
public struct RegionSnapshot: Hashable, Sendable {
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
  /// The clients with agreements of their own, as in a pilot or in run-off care (cliëntgroepen), in the order of their
  /// table.
  public var clientGroups: [ClientGroupMember] = []
  /// What the region keeps of single arrangements: outcomes, agreed changes, replacements and plans (arrangementen).
  public var arrangements = ArrangementRecords()
  /// What is paid without declarations: lump sums, availability, subsidies, advances, and the production beside them.
  public var lumpSums = LumpSumRecords()
  /// What the region keeps on ceilings besides their first height: raises, dispositions, spending spaces and budgets.
  public var ceilings = CeilingRecords()
  /// The region's own rules on its contracts (level 5): coverage, product maxima, gates, and their exceptions.
  public var contractRules = ContractRuleRecords()
  /// What municipalities share and for whom: keys, residence history, solidarity and reserves.
  public var sharing = SharingRecords()

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

  /// The keys of the agreements whose care does not count for ceilings per client, in the order of their table.
  public var agreementsOutsideCeilings: [String] { agreements.filter { !$0.countsForClientCeiling }.map(\.key) }
}

extension RegionSnapshot: Codable {
  private enum Key: String, CodingKey {
    case name, settings, municipalities, providers, agreements, prices, clientCeilings, clientGroups
    case arrangements, lumpSums, ceilings, contractRules, sharing
  }

  /// Reads a region; tables that came after the first release may be absent.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      settings: try container.decode(RegionSettings.self, forKey: .settings),
      municipalities: try container.decode([Municipality].self, forKey: .municipalities),
      providers: try container.decode([Provider].self, forKey: .providers),
      agreements: try container.decode([Agreement].self, forKey: .agreements),
      prices: try container.decode([PriceRow].self, forKey: .prices),
      clientCeilings: try container.decode([ClientCeiling].self, forKey: .clientCeilings))
    clientGroups = try container.rows(.clientGroups)
    arrangements = try container.records(.arrangements)
    lumpSums = try container.records(.lumpSums)
    ceilings = try container.records(.ceilings)
    contractRules = try container.records(.contractRules)
    sharing = try container.records(.sharing)
  }

  /// Writes a region; tables that came after the first release are left out when they have no rows.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    try container.encode(settings, forKey: .settings)
    try container.encode(municipalities, forKey: .municipalities)
    try container.encode(providers, forKey: .providers)
    try container.encode(agreements, forKey: .agreements)
    try container.encode(prices, forKey: .prices)
    try container.encode(clientCeilings, forKey: .clientCeilings)
    try container.encode(rows: clientGroups, .clientGroups)
    try container.encode(records: arrangements, .arrangements)
    try container.encode(records: lumpSums, .lumpSums)
    try container.encode(records: ceilings, .ceilings)
    try container.encode(records: contractRules, .contractRules)
    try container.encode(records: sharing, .sharing)
  }
}

/// Choices that hold for a whole region (instellingen); each has a default.
public struct RegionSettings: Hashable, Sendable {
  /// Days between booking and the due date of a payment (betaaltermijn); 30 by default.
  public var paymentTermDays: Int
  /// Who pays the providers: the region for all, or each municipality for its own clients; the latter by default.
  public var payer: Payer
  /// Over which earlier messages references and declaration numbers are new (TR314, TR333).
  public var uniqueness: Uniqueness
  /// Where a product period after the declaration period is answered (TR319).
  public var tr319: LatePeriodAnswer
  /// The version of the style sheets that every answer names; nil by default, because Saldo runs none.
  ///
  /// Standard: `XsltVersie`.
  public var styleSheetVersion: String?

  /// Who pays the providers (betaler).
  public enum Payer: String, CaseIterable, Hashable, Sendable, Codable {
    case municipality
    case region
  }

  /// Over which earlier messages of a provider a number must be new (uniciteit).
  public enum Uniqueness: String, CaseIterable, Hashable, Sendable, Codable {
    /// Over all that the ledger holds; the default.
    case ledger
    /// Over those to the same municipality.
    case municipality
  }

  /// Where a product period after the declaration period is answered (TR319).
  public enum LatePeriodAnswer: String, CaseIterable, Hashable, Sendable, Codable {
    /// At the line, with 9319, as the register of rules says; the default.
    case line
    /// At the header, with 0001 for the whole message, as the reference style sheet does.
    case message
  }

  /// Settings with these values.
  public init(
    paymentTermDays: Int = 30, payer: Payer = .municipality, uniqueness: Uniqueness = .ledger,
    tr319: LatePeriodAnswer = .line, styleSheetVersion: String? = nil
  ) {
    self.paymentTermDays = paymentTermDays
    self.payer = payer
    self.uniqueness = uniqueness
    self.tr319 = tr319
    self.styleSheetVersion = styleSheetVersion
  }
}

extension RegionSettings: Codable {
  private enum Key: String, CodingKey { case paymentTermDays, payer, uniqueness, tr319, styleSheetVersion }

  /// Reads settings; those that came after the first release may be absent.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      paymentTermDays: try container.decode(Int.self, forKey: .paymentTermDays),
      payer: try container.decode(Payer.self, forKey: .payer),
      uniqueness: try container.decodeIfPresent(Uniqueness.self, forKey: .uniqueness) ?? .ledger,
      tr319: try container.decodeIfPresent(LatePeriodAnswer.self, forKey: .tr319) ?? .line,
      styleSheetVersion: try container.decodeIfPresent(String.self, forKey: .styleSheetVersion))
  }

  /// Writes settings; one that came after the first release and has its default is left out, so that the digest of a
  /// region never changes by a setting that it does not use.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(paymentTermDays, forKey: .paymentTermDays)
    try container.encode(payer, forKey: .payer)
    if uniqueness != .ledger { try container.encode(uniqueness, forKey: .uniqueness) }
    if tr319 != .line { try container.encode(tr319, forKey: .tr319) }
    try container.encodeIfPresent(styleSheetVersion, forKey: .styleSheetVersion)
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
  /// The municipality that took over the day after the last one (herindeling); nil for none.
  public var successor: MunicipalityCode?

  /// A municipality.
  public init(
    code: MunicipalityCode, name: String, validFrom: CalendarDate? = nil, validUntil: CalendarDate? = nil,
    successor: MunicipalityCode? = nil
  ) {
    self.code = code
    self.name = name
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.successor = successor
  }
}

/// A provider that the region contracted (aanbieder).
public struct Provider: Hashable, Sendable, Codable {
  /// The AGB code.
  public var code: ProviderCode
  /// The name.
  public var name: String
  /// From when it was closed, as after a bankruptcy (faillissement); nil while it is open. Instalments that become due
  /// from that day on, and later tranches, are not paid.
  public var closedFrom: CalendarDate?

  /// A provider.
  public init(code: ProviderCode, name: String, closedFrom: CalendarDate? = nil) {
    self.code = code
    self.name = name
    self.closedFrom = closedFrom
  }
}
