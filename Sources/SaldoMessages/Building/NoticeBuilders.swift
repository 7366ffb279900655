internal import SaldoDomain

/// Collects a notice that delivery started (Standard: `Bericht` of 305).
struct StartBuilder: MessageBuilder {
  private var header: HeaderBuilder
  private var client = NoticeClientBuilder()
  private var product = NoticeProductBuilder()
  private var products: [StartedProduct] = []
  private var isIncomplete = false

  init(header: HeaderBuilder) { self.header = header }

  mutating func open(_ element: StandardElement, line: Int32) {
    if element == .startProduct { product = NoticeProductBuilder(sourceLine: line) }
    client.open(element, line: line)
    product.open(element, line: line)
    header.open(element, line: line)
  }

  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    if header.leaf(element, in: parent, value, line: line) { return }
    if client.leaf(element, in: parent, value, line: line) { return }
    product.leaf(element, in: parent, value, line: line)
  }

  mutating func close(_ element: StandardElement, in parent: StandardElement) {
    client.close(element)
    guard element == .startProduct else { return }
    guard let built = product.started() else { return isIncomplete = true }
    products.append(built)
  }

  func message() -> Message? {
    guard !isIncomplete, let header = header.header(), let client = client.client() else { return nil }
    return .start(StartMessage(header: header, client: client, products: products))
  }
}

/// Collects a notice that delivery stopped (Standard: `Bericht` of 307).
struct StopBuilder: MessageBuilder {
  private var header: HeaderBuilder
  private var client = NoticeClientBuilder()
  private var product = NoticeProductBuilder()
  private var products: [StoppedProduct] = []
  private var isIncomplete = false

  init(header: HeaderBuilder) { self.header = header }

  mutating func open(_ element: StandardElement, line: Int32) {
    if element == .stopProduct { product = NoticeProductBuilder(sourceLine: line) }
    client.open(element, line: line)
    product.open(element, line: line)
    header.open(element, line: line)
  }

  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    if header.leaf(element, in: parent, value, line: line) { return }
    if client.leaf(element, in: parent, value, line: line) { return }
    product.leaf(element, in: parent, value, line: line)
  }

  mutating func close(_ element: StandardElement, in parent: StandardElement) {
    client.close(element)
    guard element == .stopProduct else { return }
    guard let built = product.stopped() else { return isIncomplete = true }
    products.append(built)
  }

  func message() -> Message? {
    guard !isIncomplete, let header = header.header(), let client = client.client() else { return nil }
    return .stop(StopMessage(header: header, client: client, products: products))
  }
}

/// Collects one product of a notice (Standard: `StartProduct`, `StopProduct`).
private struct NoticeProductBuilder {
  private var allocation: AllocationNumber?
  private var care: CareBuilder
  private var allocationBegin: CalendarDate?
  private var begin: CalendarDate?
  private var end: CalendarDate?
  private var reason: StopReason?
  private var status: DeliveryStatus?

  init(sourceLine: Int32 = 0) { care = CareBuilder(sourceLine: sourceLine) }

  mutating func open(_ element: StandardElement, line: Int32) { care.open(element, line: line) }

  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    if care.leaf(element, in: parent, value, line: line) { return }
    switch element {
    case .toewijzingNummer: allocation = value.allocation
    case .toewijzingIngangsdatum: allocationBegin = value.date
    case .begindatum: begin = value.date
    case .einddatum: end = value.date
    case .redenBeeindiging: reason = StopReason(rawValue: value.string)
    case .statusAanlevering: status = DeliveryStatus(rawValue: value.string)
    default: break
    }
  }

  func started() -> StartedProduct? {
    guard let begin, let status else { return nil }
    var product = StartedProduct(
      allocation: allocation, category: care.category, code: care.code, allocationBegin: allocationBegin, begin: begin,
      status: status, sourceLine: care.sourceLine)
    product.offsets = care.offsets
    return product
  }

  func stopped() -> StoppedProduct? {
    guard let start = started(), let reason, let end else { return nil }
    return StoppedProduct(start: start, reason: reason, end: end)
  }
}
