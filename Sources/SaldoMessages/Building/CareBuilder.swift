internal import SaldoDomain

/// Collects which care is meant and how much (Standard: `CDT_Product`, `CDT_Omvang`, `LDT_Budget`).
struct CareBuilder {
  private(set) var category: ProductCategory?
  private(set) var code: ProductCode?
  private(set) var budget: Euros?
  private var size: Int64?
  private var unit: CareUnit?
  private var frequency: Frequency?

  /// The volume, when all of its parts were seen.
  var volume: AllocatedVolume? {
    guard let size, let unit, let frequency else { return nil }
    return AllocatedVolume(volume: size, unit: unit, frequency: frequency)
  }

  /// Takes a leaf; false when it is not one of product, volume or budget.
  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue) -> Bool {
    switch (parent, element) {
    case (.product, .categorie): category = ProductCategory(rawValue: value.string)
    case (.product, .code): code = ProductCode(value.string)
    case (.omvang, .volume): size = value.number
    case (.omvang, .eenheid): unit = CareUnit(rawValue: value.string)
    case (.omvang, .frequentie): frequency = Frequency(rawValue: value.string)
    case (_, .budget): budget = value.euros
    default: return false
    }
    return true
  }
}
