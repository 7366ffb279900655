internal import SaldoDomain

/// Collects one declared line (Standard: `Prestatie` of 323 and 325).
struct LineBuilder {
  private var sourceLines: DeliveryLine.SourceLines
  private var reference: ExactText?
  private var previousReference: ExactText?
  private var allocation: AllocationNumber?
  private var category: ProductCategory?
  private var code: ProductCode?
  private var begin: CalendarDate?
  private var end: CalendarDate?
  private var volume: Int64?
  private var unit: CareUnit?
  private var tariff: Euros?
  private var size: Euros?
  private var side: DebitCredit?

  init(sourceLine: Int32 = 0) { sourceLines = DeliveryLine.SourceLines(first: sourceLine) }

  /// Takes a leaf; false when it is not one of a line.
  @inline(__always)
  mutating func leaf(
    _ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32
  ) -> Bool {
    switch (parent, element) {
    case (.productReferentie, .referentieNummer):
      reference = ExactText(value.string)
      sourceLines[.reference] = line
    case (.productReferentie, .vorigReferentieNummer):
      previousReference = ExactText(value.string)
      sourceLines[.previousReference] = line
    case (.prestatie, .toewijzingNummer):
      allocation = value.allocation
      sourceLines[.allocation] = line
    case (.prestatie, .productCategorie):
      category = ProductCategory(rawValue: value.string)
      sourceLines[.category] = line
    case (.prestatie, .productCode):
      code = ProductCode(value.string)
      sourceLines[.code] = line
    case (.productPeriode, .begindatum):
      begin = value.date
      sourceLines[.periodBegin] = line
    case (.productPeriode, .einddatum):
      end = value.date
      sourceLines[.periodEnd] = line
    case (.prestatie, .geleverdVolume):
      volume = value.number
      sourceLines[.volume] = line
    case (.prestatie, .eenheid):
      unit = value.code(CareUnit.words)
      sourceLines[.unit] = line
    case (.prestatie, .productTarief):
      tariff = value.euros
      sourceLines[.tariff] = line
    case (.ingediendBedrag, .bedrag):
      size = value.euros
      sourceLines[.amount] = line
    case (.ingediendBedrag, .debetCredit):
      side = value.code(DebitCredit.words)
      sourceLines[.side] = line
    default: return false
    }
    return true
  }

  /// The line, or nil when something mandatory was not seen.
  func line(client: Int) -> DeliveryLine? {
    guard let reference, let allocation, let category, let code, let begin, let end, let volume, let unit, let size,
      let side
    else { return nil }
    return DeliveryLine(
      reference: reference, previousReference: previousReference, allocation: allocation,
      product: Product(category: category, code: code), period: Period(begin: begin, end: end), volume: volume,
      unit: unit, tariff: tariff, amount: StatedAmount(size: size, side: side), client: client,
      sourceLines: sourceLines)
  }
}
