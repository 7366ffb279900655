/// A provider's request to change the allocations of a client (verzoek om wijziging, 317).
public struct ChangeRequestMessage: Located, Hashable, Sendable {
  /// The header.
  public var header: MessageHeader
  /// The client (Standard: `Client/Bsn`).
  public var bsn: Bsn
  /// The provider's reference, unique per provider and domain (Standard: `Verzoek/ReferentieAanbieder`; TR347).
  public var providerReference: ExactText
  /// Why the change is asked for, a code (Standard: `RedenVerzoek`).
  public var reason: String
  /// The allocations that stay as they are (Standard: `OngewijzigdeProducten/OngewijzigdProduct`).
  public var unchanged: [UnchangedProduct]
  /// The allocations that should change (Standard: `TeWijzigenProducten/TeWijzigenProduct`).
  public var changed: [ChangedProduct]
  /// The products that should be added (Standard: `NieuweProducten/NieuwProduct`).
  public var new: [NewProduct]
  /// The line of `Bsn` in the file, 1-based.
  public var sourceLine: Int32
  /// Where its elements stood in the file.
  public var offsets = LineOffsets<ChangeRequestElement>()

  /// An allocation that stays as it is (Standard: `OngewijzigdProduct`).
  public struct UnchangedProduct: Hashable, Sendable {
    /// The number of the allocation (Standard: `ToewijzingNummer`).
    public var allocation: AllocationNumber
    /// The line of the class in the file, 1-based.
    public var sourceLine: Int32

    /// An unchanged product.
    public init(allocation: AllocationNumber, sourceLine: Int32 = 0) {
      self.allocation = allocation
      self.sourceLine = sourceLine
    }
  }

  /// An allocation that should change (Standard: `TeWijzigenProduct`).
  public struct ChangedProduct: Located, Hashable, Sendable {
    /// The number of the allocation (Standard: `ToewijzingNummer`).
    public var allocation: AllocationNumber
    /// From when up to when it should hold (Standard: `GewensteIngangsdatum`, `Einddatum`).
    public var validity: OpenPeriod
    /// The wished volume (Standard: `Omvang`).
    public var volume: AllocatedVolume?
    /// The wished budget (Standard: `Budget`).
    public var budget: Euros?
    /// The line of the class in the file, 1-based.
    public var sourceLine: Int32
    /// Where its elements stood in the file.
    public var offsets = LineOffsets<CareElement>()

    /// A product that should change.
    public init(
      allocation: AllocationNumber, validity: OpenPeriod, volume: AllocatedVolume? = nil, budget: Euros? = nil,
      sourceLine: Int32 = 0
    ) {
      self.allocation = allocation
      self.validity = validity
      self.volume = volume
      self.budget = budget
      self.sourceLine = sourceLine
    }
  }

  /// A product that should be added (Standard: `NieuwProduct`).
  public struct NewProduct: Located, Hashable, Sendable {
    /// The category; nil on a generic request (Standard: `Product/Categorie`).
    public var category: ProductCategory?
    /// The code (Standard: `Product/Code`).
    public var code: ProductCode?
    /// From when up to when it should hold (Standard: `GewensteIngangsdatum`, `Einddatum`).
    public var validity: OpenPeriod
    /// The wished volume (Standard: `Omvang`).
    public var volume: AllocatedVolume?
    /// The wished budget (Standard: `Budget`).
    public var budget: Euros?
    /// The line of the class in the file, 1-based.
    public var sourceLine: Int32
    /// Where its elements stood in the file.
    public var offsets = LineOffsets<CareElement>()

    /// A new product.
    public init(
      category: ProductCategory?, code: ProductCode?, validity: OpenPeriod, volume: AllocatedVolume? = nil,
      budget: Euros? = nil, sourceLine: Int32 = 0
    ) {
      self.category = category
      self.code = code
      self.validity = validity
      self.volume = volume
      self.budget = budget
      self.sourceLine = sourceLine
    }
  }

  /// A message with these values.
  public init(
    header: MessageHeader, bsn: Bsn, providerReference: ExactText, reason: String, unchanged: [UnchangedProduct] = [],
    changed: [ChangedProduct] = [], new: [NewProduct] = [], sourceLine: Int32 = 0
  ) {
    self.header = header
    self.bsn = bsn
    self.providerReference = providerReference
    self.reason = reason
    self.unchanged = unchanged
    self.changed = changed
    self.new = new
    self.sourceLine = sourceLine
  }
}
