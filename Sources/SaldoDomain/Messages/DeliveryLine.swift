/// One declared line: the care of one client, allocation, product and product period (prestatie).
///
/// Standard: `Prestatie` of 323 and 325.
public struct DeliveryLine: Hashable, Sendable {
  // A message holds its lines side by side, some of them hundreds of thousands: small values stand where they fill up what
  // the large ones leave.
  /// The provider's number of this line, unique for ever (Standard: `ProductReferentie/ReferentieNummer`).
  public var reference: ExactText
  /// On a credit, the number of the debit line that it undoes (Standard: `ProductReferentie/VorigReferentieNummer`).
  public var previousReference: ExactText?
  /// What was delivered (Standard: `ProductCategorie`, `ProductCode`).
  public var product: Product
  /// The month of delivery, clipped to the allocation (Standard: `ProductPeriode`).
  public var period: Period
  /// How much, in whole units of ``unit``; euro cents for ``CareUnit/euro`` (Standard: `GeleverdVolume`).
  public var volume: Int64
  /// The price of one unit; nil for ``CareUnit/euro`` (Standard: `ProductTarief`).
  public var tariff: Euros?
  /// The unit (Standard: `Eenheid`).
  public var unit: CareUnit
  /// The allocation that the care was delivered on (Standard: `ToewijzingNummer`).
  public var allocation: AllocationNumber
  /// The claimed amount and its side (Standard: `IngediendBedrag`).
  public var amount: StatedAmount
  private var clientPosition: Int32
  /// The position of the client in ``DeclarationMessage/clients``.
  public var client: Int {
    get { Int(clientPosition) }
    set { clientPosition = Int32(newValue) }
  }
  /// Where the elements of the line stood in the file.
  public var sourceLines: SourceLines

  /// A line with these values.
  public init(
    reference: ExactText, previousReference: ExactText? = nil, allocation: AllocationNumber, product: Product,
    period: Period, volume: Int64, unit: CareUnit, tariff: Euros?, amount: StatedAmount, client: Int,
    sourceLines: SourceLines = SourceLines(first: 0)
  ) {
    self.reference = reference
    self.previousReference = previousReference
    self.allocation = allocation
    self.product = product
    self.period = period
    self.volume = volume
    self.unit = unit
    self.tariff = tariff
    self.amount = amount
    clientPosition = Int32(client)
    self.sourceLines = sourceLines
  }

  /// Whether the line undoes an earlier one (creditregel).
  public var isCredit: Bool { amount.side == .credit }

  /// An element of the line that a finding can point at.
  public enum Element: Int, CaseIterable, Sendable {
    case reference, previousReference, allocation, category, code, periodBegin, periodEnd, volume, unit, tariff
    case amount, side

    /// The path of the element below `Prestatie`, in the standard's words.
    public var path: String {
      switch self {
      case .reference: "ProductReferentie/ReferentieNummer"
      case .previousReference: "ProductReferentie/VorigReferentieNummer"
      case .allocation: "ToewijzingNummer"
      case .category: "ProductCategorie"
      case .code: "ProductCode"
      case .periodBegin: "ProductPeriode/Begindatum"
      case .periodEnd: "ProductPeriode/Einddatum"
      case .volume: "GeleverdVolume"
      case .unit: "Eenheid"
      case .tariff: "ProductTarief"
      case .amount: "IngediendBedrag/Bedrag"
      case .side: "IngediendBedrag/DebetCredit"
      }
    }
  }

  /// The source lines of a `Prestatie`: its first line and a small offset for each element.
  public struct SourceLines: Hashable, Sendable {
    /// The line of `Prestatie`, 1-based; 0 when it is not known.
    public var first: Int32
    /// A byte for each element: four of them and eight of them.
    private var early: UInt32 = 0
    private var late: UInt64 = 0

    /// Lines of a `Prestatie` that starts at this line.
    public init(first: Int32) { self.first = first }

    /// The line of an element; elements more than 255 lines further down are reported at the 255th.
    public subscript(element: Element) -> Int32 {
      get {
        let place = element.rawValue * 8
        return first
          + Int32(
            place < 32 ? UInt8(truncatingIfNeeded: early >> place) : UInt8(truncatingIfNeeded: late >> (place - 32)))
      }
      set {
        let (place, offset) = (element.rawValue * 8, UInt8(clamping: newValue - first))
        if place < 32 {
          early = early & ~(0xFF << place) | UInt32(offset) << place
        } else {
          late = late & ~(0xFF << (place - 32)) | UInt64(offset) << (place - 32)
        }
      }
    }
  }
}

/// The number of an allocation, unique per municipality and domain (toewijzingnummer).
///
/// Source: iStandaarden 3.2, `LDT_Nummer`; leading zeros do not count.
public struct AllocationNumber: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The number, 0...999,999,999.
  public let number: UInt32

  /// The allocation with this number.
  public init(_ number: UInt32) { self.number = number }

  /// The number in decimals, as the message holds it.
  public var description: String { String(number) }

  /// Orders by number.
  public static func < (lhs: AllocationNumber, rhs: AllocationNumber) -> Bool { lhs.number < rhs.number }
}
