public import SaldoDomain
public import SaldoFunding
public import SaldoLedger

/// What a ledger knows that decides what falls due (kennis van dagen).
public struct DayKnowledge: Hashable, Sendable {
  /// The first day of the month in which the ledger begins; nothing before it falls due, unless a table says so.
  public var begin: CalendarDate
  /// What was booked on days before, in the order of the journal.
  public var booked: [DayBooking]
  /// What was declared under advances.
  public var entitlements: [Entitlement]
  /// The production of each year, as it was known before the year's settlement day, for the corridors of lump sums.
  public var production: [Production]

  /// What was accepted under advances, of one agreement, in one month of delivery and made known on one day.
  public struct Entitlement: Hashable, Sendable {
    /// The agreement and parties.
    public var account: AdvanceAccount
    /// The month of delivery.
    public var deliveryMonth: CalendarMonth
    /// The as-of date of the decisions.
    public var known: CalendarDate
    /// The amount in euro cents; a credit is negative.
    public var amount: Euros

    /// An entitlement.
    public init(account: AdvanceAccount, deliveryMonth: CalendarMonth, known: CalendarDate, amount: Euros) {
      self.account = account
      self.deliveryMonth = deliveryMonth
      self.known = known
      self.amount = amount
    }
  }

  /// An item of production with the agreement that it was delivered under.
  public struct Production: Hashable, Sendable {
    /// The item.
    public var item: ProductionItem
    /// The key of the agreement.
    public var agreement: String

    /// An item.
    public init(item: ProductionItem, agreement: String) {
      self.item = item
      self.agreement = agreement
    }
  }

  /// Knowledge with these values.
  public init(
    begin: CalendarDate, booked: [DayBooking] = [], entitlements: [Entitlement] = [],
    production: [Production] = []
  ) {
    self.begin = begin
    self.booked = booked
    self.entitlements = entitlements
    self.production = production
  }
}

/// Between whom, and under which agreement, advances are paid and settled.
public struct AdvanceAccount: Hashable, Sendable {
  /// The legal domain.
  public var domain: Domain
  /// The municipality.
  public var municipality: MunicipalityCode
  /// The provider.
  public var provider: ProviderCode
  /// The key of the agreement.
  public var agreement: String

  /// An account.
  public init(domain: Domain, municipality: MunicipalityCode, provider: ProviderCode, agreement: String) {
    self.domain = domain
    self.municipality = municipality
    self.provider = provider
    self.agreement = agreement
  }

  /// The account of a booking.
  init(_ key: DayBooking.Key) {
    self.init(
      domain: key.domain, municipality: key.municipality, provider: key.provider, agreement: key.agreement)
  }

  /// The account of advances.
  init(_ advance: Advance) {
    self.init(
      domain: advance.domain, municipality: advance.municipality, provider: advance.provider,
      agreement: advance.agreement)
  }

  /// The key of what falls due on the account on a day.
  func key(_ kind: DayBooking.Kind, due: CalendarDate) -> DayBooking.Key {
    DayBooking.Key(
      due: due, kind: kind, domain: domain, municipality: municipality, provider: provider, agreement: agreement)
  }
}
