/// The allocation of care to a provider for one client (toewijzingsbericht, 301).
public struct AllocationMessage: Hashable, Sendable {
  /// The header.
  public var header: MessageHeader
  /// The client (Standard: `Client`).
  public var client: AllocatedClient
  /// What is allocated, in message order; never empty (Standard: `ToegewezenProducten/ToegewezenProduct`).
  public var products: [AllocatedProduct]

  /// A message with these values.
  public init(header: MessageHeader, client: AllocatedClient, products: [AllocatedProduct]) {
    self.header = header
    self.client = client
    self.products = products
  }

  /// The earliest moment at which one of its products was decided; orders the allocations of a run (IV013).
  public var decidedAt: DecisionMoment { products.map(\.decidedAt).min()! }
}

/// The moment at which the municipality fixed a version of an allocation.
///
/// Standard: `Toewijzingsdatum`, `Toewijzingstijd`. The version with the latest moment is the current one (IV013).
public struct DecisionMoment: Hashable, Comparable, Sendable, Codable {
  /// The day.
  public let date: CalendarDate
  /// The time of day in milliseconds, further decimals cut off.
  public let millisecondOfDay: Int32

  /// A moment on a day.
  public init(date: CalendarDate, millisecondOfDay: Int32) {
    self.date = date
    self.millisecondOfDay = millisecondOfDay
  }

  /// The earlier moment first: by date, then by time of day.
  public static func < (lhs: DecisionMoment, rhs: DecisionMoment) -> Bool {
    (lhs.date, lhs.millisecondOfDay) < (rhs.date, rhs.millisecondOfDay)
  }
}

/// One allocated product: the right of a client to care of one provider (Standard: `ToegewezenProduct`).
///
/// Specific (category, code, volume), aspecific (category only) or generic (budget only); see
/// Documentation/DeclarationGuide.md.
public struct AllocatedProduct: Located, Hashable, Sendable, Codable {
  /// The number, unique per municipality and domain (Standard: `ToewijzingNummer`).
  public var number: AllocationNumber
  /// The provider's reference of the request that this honours (Standard: `ReferentieAanbieder`).
  public var providerReference: ExactText?
  /// The category; nil on a generic allocation (Standard: `Product/Categorie`).
  public var category: ProductCategory?
  /// The code; nil on an aspecific or generic allocation (Standard: `Product/Code`).
  public var code: ProductCode?
  /// When this version was fixed (Standard: `Toewijzingsdatum`, `Toewijzingstijd`).
  public var decidedAt: DecisionMoment
  /// From when up to when care may be delivered (Standard: `Ingangsdatum`, `Einddatum`).
  public var validity: OpenPeriod
  /// Why the allocation was changed (Standard: `RedenWijziging`).
  public var changeReason: ChangeReason?
  /// How much may be delivered (Standard: `Omvang`).
  public var volume: AllocatedVolume?
  /// How much money may be spent (Standard: `Budget`).
  public var budget: Euros?
  /// Free text (Standard: `Commentaar`).
  public var comment: String?
  /// The line of `ToegewezenProduct` in the file, 1-based.
  public var sourceLine: Int32
  /// Where its elements stood in the file.
  public var offsets = LineOffsets<CareElement>()

  /// What is kept of it; the lines of its elements are not.
  private enum CodingKeys: CodingKey {
    case number, providerReference, category, code, decidedAt, validity, changeReason, volume, budget, comment
    case sourceLine
  }

  /// An allocated product with these values.
  public init(
    number: AllocationNumber, providerReference: ExactText? = nil, category: ProductCategory?, code: ProductCode?,
    decidedAt: DecisionMoment, validity: OpenPeriod, changeReason: ChangeReason? = nil, volume: AllocatedVolume?,
    budget: Euros? = nil, comment: String? = nil, sourceLine: Int32 = 0
  ) {
    self.number = number
    self.providerReference = providerReference
    self.category = category
    self.code = code
    self.decidedAt = decidedAt
    self.validity = validity
    self.changeReason = changeReason
    self.volume = volume
    self.budget = budget
    self.comment = comment
    self.sourceLine = sourceLine
  }
}

/// A volume per frequency (omvang). Standard: `CDT_Omvang`.
public struct AllocatedVolume: Hashable, Sendable, Codable {
  /// The volume in whole units; euro cents for ``CareUnit/euro`` (Standard: `Volume`).
  public let volume: Int64
  /// The unit (Standard: `Eenheid`).
  public let unit: CareUnit
  /// The frequency (Standard: `Frequentie`).
  public let frequency: Frequency

  /// A volume of a unit per frequency.
  public init(volume: Int64, unit: CareUnit, frequency: Frequency) {
    self.volume = volume
    self.unit = unit
    self.frequency = frequency
  }
}
