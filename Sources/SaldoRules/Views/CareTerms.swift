import SaldoDomain

/// What is allocated or asked for in one product of a 301, 315 or 317: the terms that the three messages share.
///
/// Standard: `ToegewezenProduct` (301), `AangevraagdProduct` (315), `TeWijzigenProduct` and `NieuwProduct` (317).
struct CareTerms: Sendable {
  /// Where the product stands.
  let place: ClassPlace
  /// Whether the class has an element `Product`; a `TeWijzigenProduct` names an allocation instead.
  let namesProduct: Bool
  /// The category (Standard: `Product/Categorie`).
  let category: ProductCategory?
  /// The code (Standard: `Product/Code`).
  let code: ProductCode?
  /// From when up to when.
  let validity: OpenPeriod
  /// The name of the element that ends ``validity``: `Einddatum` or `ToewijzingEinddatum`.
  let endElement: String
  /// How much care (Standard: `Omvang`).
  let volume: AllocatedVolume?
  /// How much money (Standard: `Budget`).
  let budget: Euros?
  /// Whether it stands in a 301 only to take the allocation back (Standard: `RedenWijziging` 13, or 01 before 3.1).
  let isRemoved: Bool

  /// The last day of the transition to release 3.0: what ended by then keeps the combinations of before.
  private static let transition: CalendarDate = CalendarMonth(year: 2020, month: 12).last

  /// Whether it ends after 31 December 2020, or has no end.
  var isCurrent: Bool { validity.end.map { $0 > Self.transition } ?? true }
}

extension Message {
  /// What the message allocates or asks for, in message order; empty for messages of other kinds.
  var careTerms: [CareTerms] {
    switch self {
    case .allocation(let message): message.products.enumerated().map { CareTerms($0, $1) }
    case .allocationRequest(let message): message.products.enumerated().map { CareTerms($0, $1) }
    case .changeRequest(let message):
      message.changed.enumerated().map { CareTerms($0, $1) } + message.new.enumerated().map(CareTerms.init)
    default: []
    }
  }
}

extension CareTerms {
  fileprivate init(_ position: Int, _ product: AllocatedProduct) {
    place = AllocationMessage.place(ofProduct: position, product)
    namesProduct = true
    category = product.category
    code = product.code
    validity = product.validity
    endElement = "Einddatum"
    volume = product.volume
    budget = product.budget
    isRemoved =
      product.validity.end == product.validity.begin
      && [.removed, .administrativeCorrection].contains(product.changeReason)
  }

  fileprivate init(_ position: Int, _ product: RequestedProduct) {
    place = AllocationRequestMessage.place(ofProduct: position, product)
    namesProduct = true
    category = product.category
    code = product.code
    validity = product.validity
    endElement = "ToewijzingEinddatum"
    volume = product.volume
    budget = product.budget
    isRemoved = false
  }

  fileprivate init(_ position: Int, _ product: ChangeRequestMessage.ChangedProduct) {
    place = ChangeRequestMessage.place(ofChanged: position, product)
    namesProduct = false
    category = nil
    code = nil
    validity = product.validity
    endElement = "Einddatum"
    volume = product.volume
    budget = product.budget
    isRemoved = false
  }

  fileprivate init(_ position: Int, _ product: ChangeRequestMessage.NewProduct) {
    place = ChangeRequestMessage.place(ofNew: position, product)
    namesProduct = true
    category = product.category
    code = product.code
    validity = product.validity
    endElement = "Einddatum"
    volume = product.volume
    budget = product.budget
    isRemoved = false
  }
}
