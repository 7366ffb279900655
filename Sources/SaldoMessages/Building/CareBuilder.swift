internal import SaldoDomain

/// Collects which care is meant and how much (Standard: `CDT_Product`, `CDT_Omvang`, `LDT_Budget`), and where the
/// elements of the product class stood.
struct CareBuilder {
  /// The line of the product class.
  let sourceLine: Int32
  /// Where its elements stood.
  private(set) var offsets = LineOffsets<CareElement>()
  private(set) var category: ProductCategory?
  private(set) var code: ProductCode?
  private(set) var budget: Euros?
  private var size: Int64?
  private var unit: CareUnit?
  private var frequency: Frequency?

  init(sourceLine: Int32) { self.sourceLine = sourceLine }

  /// The volume, when all of its parts were seen.
  var volume: AllocatedVolume? {
    guard let size, let unit, let frequency else { return nil }
    return AllocatedVolume(volume: size, unit: unit, frequency: frequency)
  }

  /// Takes an element that has parts.
  mutating func open(_ element: StandardElement, line: Int32) { note(CareElement(element), line) }

  /// Takes a leaf; false when it is not one of product, volume or budget.
  mutating func leaf(
    _ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32
  ) -> Bool {
    // In a request the first day of the allocation is what is asked for; elsewhere it names an allocation.
    let isWish = parent == .aangevraagdProduct && element == .toewijzingIngangsdatum
    note(isWish ? .begin : CareElement(element), line)
    switch (parent, element) {
    case (.product, .categorie): category = ProductCategory(rawValue: value.string)
    case (.product, .code): code = ProductCode(value.string)
    case (.omvang, .volume): size = value.number
    case (.omvang, .eenheid): unit = value.code(CareUnit.words)
    case (.omvang, .frequentie): frequency = value.code(Frequency.words)
    case (_, .budget): budget = value.euros
    default: return false
    }
    return true
  }

  private mutating func note(_ element: CareElement?, _ line: Int32) {
    if let element { offsets[element] = line - sourceLine }
  }
}

extension CareElement {
  /// The element of a product class by its name; nil for one that no finding points at.
  fileprivate init?(_ element: StandardElement) {
    switch element {
    case .toewijzingNummer: self = .allocation
    case .referentieAanbieder: self = .providerReference
    case .product: self = .product
    case .code: self = .code
    case .beschikkingNummer: self = .decisionNumber
    case .beschikkingIngangsdatum: self = .decisionBegin
    case .toewijzingsdatum: self = .decidedOn
    case .toewijzingIngangsdatum: self = .allocationBegin
    case .ingangsdatum, .begindatum, .gewensteIngangsdatum: self = .begin
    case .einddatum, .toewijzingEinddatum: self = .end
    case .redenWijziging, .redenBeeindiging: self = .reason
    case .omvang: self = .volume
    case .budget: self = .budget
    case .naam: self = .referrerName
    case .zorgverlenerCode: self = .referrerCode
    case .statusAanlevering: self = .status
    default: return nil
    }
  }
}
