internal import SaldoDomain

/// Collects a request for a change (Standard: `Bericht` of 317).
struct ChangeRequestBuilder: MessageBuilder {
  private var header: HeaderBuilder
  private var bsn: Bsn?
  private var bsnLine: Int32 = 0
  private var offsets = LineOffsets<ChangeRequestElement>()
  private var providerReference: ExactText?
  private var reason: String?
  private var product = WishedProductBuilder()
  private var unchanged: [ChangeRequestMessage.UnchangedProduct] = []
  private var changed: [ChangeRequestMessage.ChangedProduct] = []
  private var new: [ChangeRequestMessage.NewProduct] = []
  private var isIncomplete = false

  init(header: HeaderBuilder) { self.header = header }

  mutating func open(_ element: StandardElement, line: Int32) {
    switch element {
    case .ongewijzigdProduct, .teWijzigenProduct, .nieuwProduct: product = WishedProductBuilder(sourceLine: line)
    case .verzoek: offsets[.request] = line - bsnLine
    default:
      product.open(element, line: line)
      header.open(element, line: line)
    }
  }

  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    switch (parent, element) {
    case (.client, .bsn):
      bsn = value.bsn
      bsnLine = line
    case (.verzoek, .referentieAanbieder):
      providerReference = ExactText(value.string)
      offsets[.providerReference] = line - bsnLine
    case (.verzoek, .redenVerzoek):
      reason = value.string
      offsets[.reason] = line - bsnLine
    default:
      if header.leaf(element, in: parent, value, line: line) { return }
      product.leaf(element, in: parent, value, line: line)
    }
  }

  mutating func close(_ element: StandardElement, in parent: StandardElement) {
    switch element {
    case .ongewijzigdProduct:
      guard let built = product.unchanged() else { return isIncomplete = true }
      unchanged.append(built)
    case .teWijzigenProduct:
      guard let built = product.changed() else { return isIncomplete = true }
      changed.append(built)
    case .nieuwProduct:
      guard let built = product.new() else { return isIncomplete = true }
      new.append(built)
    default: break
    }
  }

  func message() -> Message? {
    guard !isIncomplete, let header = header.header(), let bsn, let providerReference, let reason else { return nil }
    var message = ChangeRequestMessage(
      header: header, bsn: bsn, providerReference: providerReference, reason: reason, unchanged: unchanged,
      changed: changed, new: new, sourceLine: bsnLine)
    message.offsets = offsets
    return .changeRequest(message)
  }
}

/// Collects one product of a request (Standard: `OngewijzigdProduct`, `TeWijzigenProduct`, `NieuwProduct`).
private struct WishedProductBuilder {
  private var care: CareBuilder
  private var allocation: AllocationNumber?
  private var begin: CalendarDate?
  private var end: CalendarDate?

  init(sourceLine: Int32 = 0) { care = CareBuilder(sourceLine: sourceLine) }

  mutating func open(_ element: StandardElement, line: Int32) { care.open(element, line: line) }

  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    if care.leaf(element, in: parent, value, line: line) { return }
    switch element {
    case .toewijzingNummer: allocation = value.allocation
    case .gewensteIngangsdatum: begin = value.date
    case .einddatum: end = value.date
    default: break
    }
  }

  private var validity: OpenPeriod? { begin.map { OpenPeriod(begin: $0, end: end) } }

  func unchanged() -> ChangeRequestMessage.UnchangedProduct? {
    allocation.map { ChangeRequestMessage.UnchangedProduct(allocation: $0, sourceLine: care.sourceLine) }
  }

  func changed() -> ChangeRequestMessage.ChangedProduct? {
    guard let allocation, let validity else { return nil }
    var product = ChangeRequestMessage.ChangedProduct(
      allocation: allocation, validity: validity, volume: care.volume, budget: care.budget,
      sourceLine: care.sourceLine)
    product.offsets = care.offsets
    return product
  }

  func new() -> ChangeRequestMessage.NewProduct? {
    guard let validity else { return nil }
    var product = ChangeRequestMessage.NewProduct(
      category: care.category, code: care.code, validity: validity, volume: care.volume, budget: care.budget,
      sourceLine: care.sourceLine)
    product.offsets = care.offsets
    return product
  }
}
