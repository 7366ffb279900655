internal import SaldoDomain

/// Collects a request for a change (Standard: `Bericht` of 317).
final class ChangeRequestBuilder: MessageBuilder {
  private var header: HeaderBuilder
  private var bsn: Bsn?
  private var bsnLine: Int32 = 0
  private var providerReference: ExactText?
  private var reason: String?
  private var product = WishedProductBuilder()
  private var unchanged: [ChangeRequestMessage.UnchangedProduct] = []
  private var changed: [ChangeRequestMessage.ChangedProduct] = []
  private var new: [ChangeRequestMessage.NewProduct] = []
  private var isIncomplete = false

  init(header: HeaderBuilder) { self.header = header }

  func open(_ element: StandardElement, line: Int32) {
    switch element {
    case .ongewijzigdProduct, .teWijzigenProduct, .nieuwProduct: product = WishedProductBuilder(sourceLine: line)
    default: header.open(element, line: line)
    }
  }

  func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    switch (parent, element) {
    case (.client, .bsn):
      bsn = Bsn(digits: value.string)
      bsnLine = line
    case (.verzoek, .referentieAanbieder): providerReference = ExactText(value.string)
    case (.verzoek, .redenVerzoek): reason = value.string
    default:
      if header.leaf(element, in: parent, value, line: line) { return }
      product.leaf(element, in: parent, value)
    }
  }

  func close(_ element: StandardElement, in parent: StandardElement) {
    switch element {
    case .ongewijzigdProduct: append(product.unchanged(), to: &unchanged)
    case .teWijzigenProduct: append(product.changed(), to: &changed)
    case .nieuwProduct: append(product.new(), to: &new)
    default: break
    }
  }

  private func append<Product>(_ product: Product?, to products: inout [Product]) {
    guard let product else { return isIncomplete = true }
    products.append(product)
  }

  func message() -> Message? {
    guard !isIncomplete, let header = header.header(), let bsn, let providerReference, let reason else { return nil }
    return .changeRequest(
      ChangeRequestMessage(
        header: header, bsn: bsn, providerReference: providerReference, reason: reason, unchanged: unchanged,
        changed: changed, new: new, sourceLine: bsnLine))
  }
}

/// Collects one product of a request (Standard: `OngewijzigdProduct`, `TeWijzigenProduct`, `NieuwProduct`).
private struct WishedProductBuilder {
  private let sourceLine: Int32
  private var care = CareBuilder()
  private var allocation: AllocationNumber?
  private var begin: CalendarDate?
  private var end: CalendarDate?

  init(sourceLine: Int32 = 0) { self.sourceLine = sourceLine }

  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue) {
    if care.leaf(element, in: parent, value) { return }
    switch element {
    case .toewijzingNummer: allocation = value.allocation
    case .gewensteIngangsdatum: begin = value.date
    case .einddatum: end = value.date
    default: break
    }
  }

  private var validity: OpenPeriod? { begin.map { OpenPeriod(begin: $0, end: end) } }

  func unchanged() -> ChangeRequestMessage.UnchangedProduct? {
    allocation.map { ChangeRequestMessage.UnchangedProduct(allocation: $0, sourceLine: sourceLine) }
  }

  func changed() -> ChangeRequestMessage.ChangedProduct? {
    guard let allocation, let validity else { return nil }
    return ChangeRequestMessage.ChangedProduct(
      allocation: allocation, validity: validity, volume: care.volume, budget: care.budget, sourceLine: sourceLine)
  }

  func new() -> ChangeRequestMessage.NewProduct? {
    guard let validity else { return nil }
    return ChangeRequestMessage.NewProduct(
      category: care.category, code: care.code, validity: validity, volume: care.volume, budget: care.budget,
      sourceLine: sourceLine)
  }
}
