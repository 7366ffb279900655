/// An agreement on how care is paid (overeenkomst); price rows refer to it by its key.
public struct Agreement: Hashable, Sendable {
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
  /// The parts in which an arrangement is paid, in order; they sum to 100 %. Empty for every other model.
  public var instalments: [Instalment] = []
  /// What an arrangement that replaces another one pays.
  public var onReplacement: OnReplacement = .keep
  /// How many working days a claim waits for an outcome, 0 to 8.
  public var holdDays = 5
  /// What gives a right to the care.
  public var entitlement: Entitlement = .allocation
  /// The segment of the provider's spending space that the care counts for; nil for none.
  public var segment: String?
  /// Whether the care is crisis care, which is paid above a spending space too.
  public var isCrisisCare = false
  /// Whether the care counts for the ceiling of its client (IBP).
  public var countsForClientCeiling = true

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

  /// A part of an arrangement's amount (termijn).
  public struct Instalment: Hashable, Sendable, Codable {
    /// The share of the amount in whole percents.
    public var share: Int
    /// When it is due.
    public var when: Moment

    /// When an instalment is due.
    public enum Moment: String, CaseIterable, Hashable, Sendable, Codable {
      /// In the product period that holds the first day of the allocation.
      case start
      /// In the product period of the outcome's date, or a later one.
      case result
    }

    /// Half at the start and half on the result.
    public static let halves = [Instalment(share: 50, when: .start), Instalment(share: 50, when: .result)]

    /// An instalment.
    public init(share: Int, when: Moment) {
      self.share = share
      self.when = when
    }
  }

  /// What an arrangement that replaces another one pays (vervanging).
  public enum OnReplacement: String, CaseIterable, Hashable, Sendable, Codable {
    /// Its own instalments, in full.
    case keep
    /// Its start less what the replaced one paid without a result, never below zero.
    case setOff = "set-off"
  }

  /// What gives a right to care (recht op zorg).
  public enum Entitlement: String, CaseIterable, Hashable, Sendable, Codable {
    /// The allocation.
    case allocation
    /// A family plan and an arrangement, without a decision of the municipality.
    case planAndArrangement = "plan-and-arrangement"
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

extension Agreement: Codable {
  private enum Key: String, CodingKey {
    case key, name, model, tariffDate, partialMonth, ledgerAccount, costCentre
    case instalments, onReplacement, holdDays, entitlement, segment, isCrisisCare, countsForClientCeiling
  }

  /// Reads an agreement; what came after the first release may be absent.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      key: try container.decode(String.self, forKey: .key), name: try container.decode(String.self, forKey: .name),
      model: try container.decode(FundingModelKind.self, forKey: .model),
      tariffDate: try container.decode(TariffDate.self, forKey: .tariffDate),
      partialMonth: try container.decode(PartialMonth.self, forKey: .partialMonth),
      ledgerAccount: try container.decodeIfPresent(String.self, forKey: .ledgerAccount),
      costCentre: try container.decodeIfPresent(String.self, forKey: .costCentre))
    instalments = try container.rows(.instalments)
    onReplacement = try container.decodeIfPresent(OnReplacement.self, forKey: .onReplacement) ?? onReplacement
    holdDays = try container.decodeIfPresent(Int.self, forKey: .holdDays) ?? holdDays
    entitlement = try container.decodeIfPresent(Entitlement.self, forKey: .entitlement) ?? entitlement
    segment = try container.decodeIfPresent(String.self, forKey: .segment)
    isCrisisCare = try container.decodeIfPresent(Bool.self, forKey: .isCrisisCare) ?? isCrisisCare
    countsForClientCeiling =
      try container.decodeIfPresent(Bool.self, forKey: .countsForClientCeiling) ?? countsForClientCeiling
  }

  /// Writes an agreement; what came after the first release is left out where it has its default, so that the digest of
  /// a region never changes by a choice that it does not make.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(key, forKey: .key)
    try container.encode(name, forKey: .name)
    try container.encode(model, forKey: .model)
    try container.encode(tariffDate, forKey: .tariffDate)
    try container.encode(partialMonth, forKey: .partialMonth)
    try container.encodeIfPresent(ledgerAccount, forKey: .ledgerAccount)
    try container.encodeIfPresent(costCentre, forKey: .costCentre)
    try container.encode(rows: instalments, .instalments)
    if onReplacement != .keep { try container.encode(onReplacement, forKey: .onReplacement) }
    if holdDays != 5 { try container.encode(holdDays, forKey: .holdDays) }
    if entitlement != .allocation { try container.encode(entitlement, forKey: .entitlement) }
    try container.encodeIfPresent(segment, forKey: .segment)
    if isCrisisCare { try container.encode(isCrisisCare, forKey: .isCrisisCare) }
    if !countsForClientCeiling { try container.encode(countsForClientCeiling, forKey: .countsForClientCeiling) }
  }
}

/// The way an agreement turns declared care into money (bekostigingsmodel).
public enum FundingModelKind: String, CaseIterable, Hashable, Sendable, Codable {
  /// Volume × price (p×q), effort.
  case unitPrice = "unit-price"
  /// A price per piece, or an amount per week, month or in total, output.
  case fixedPrice = "fixed-price"
  /// An amount fixed by the arrangement, in instalments at the start and on the result.
  case arrangement
  /// An equal amount every month, for care that is not paid on results.
  case tranche
  /// A yearly amount in instalments, paid without declarations (taakgericht).
  case lumpSum = "lumpsum"
  /// A price per place and day, whatever the occupancy (beschikbaarheid), paid without declarations.
  case availability
  /// A yearly amount in instalments on a decision of subsidy, paid without declarations.
  case subsidy

  /// Whether it is paid without declarations: a declared line is then worth nothing.
  public var isPaidWithoutDeclarations: Bool { [.lumpSum, .availability, .subsidy].contains(self) }
}
