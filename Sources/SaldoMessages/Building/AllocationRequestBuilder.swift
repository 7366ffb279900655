internal import SaldoDomain

/// Collects a request for an allocation (Standard: `Bericht` of 315).
struct AllocationRequestBuilder: MessageBuilder {
  private var header: HeaderBuilder
  private var client = NoticeClientBuilder()
  private var guardianIsKnown: String?
  private var comment: String?
  private var product = RequestedProductBuilder()
  private var products: [RequestedProduct] = []
  private var isIncomplete = false

  init(header: HeaderBuilder) { self.header = header }

  mutating func open(_ element: StandardElement, line: Int32) {
    if element == .aangevraagdProduct { product = RequestedProductBuilder(sourceLine: line) }
    client.open(element, line: line)
    product.open(element, line: line)
    header.open(element, line: line)
  }

  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    if header.leaf(element, in: parent, value, line: line) { return }
    if client.leaf(element, in: parent, value, line: line) { return }
    switch (parent, element) {
    case (.client, .gezagsdragerBekend): guardianIsKnown = value.string
    case (.client, .commentaar): comment = value.string
    default: product.leaf(element, in: parent, value, line: line)
    }
  }

  mutating func close(_ element: StandardElement, in parent: StandardElement) {
    client.close(element)
    guard element == .aangevraagdProduct else { return }
    guard let built = product.product() else { return isIncomplete = true }
    products.append(built)
  }

  func message() -> Message? {
    guard !isIncomplete, let header = header.header(), let person = client.client() else { return nil }
    return .allocationRequest(
      AllocationRequestMessage(
        header: header, client: RequestClient(person: person, guardianIsKnown: guardianIsKnown, comment: comment),
        products: products))
  }
}

/// Collects one requested product (Standard: `AangevraagdProduct`).
private struct RequestedProductBuilder {
  private var care: CareBuilder
  private var providerReference: ExactText?
  private var decisionNumber: UInt32?
  private var decisionBegin: CalendarDate?
  private var begin: CalendarDate?
  private var end: CalendarDate?
  private var referrerKind: String?
  private var referrerName: String?
  private var referrerCode: ProviderCode?
  private var frameworkContract: String?
  private var comment: String?

  init(sourceLine: Int32 = 0) { care = CareBuilder(sourceLine: sourceLine) }

  mutating func open(_ element: StandardElement, line: Int32) { care.open(element, line: line) }

  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    if care.leaf(element, in: parent, value, line: line) { return }
    switch (parent, element) {
    case (.aangevraagdProduct, .referentieAanbieder): providerReference = ExactText(value.string)
    case (.aangevraagdProduct, .beschikkingNummer): decisionNumber = UInt32(exactly: value.number)
    case (.aangevraagdProduct, .beschikkingIngangsdatum): decisionBegin = value.date
    case (.aangevraagdProduct, .toewijzingIngangsdatum): begin = value.date
    case (.aangevraagdProduct, .toewijzingEinddatum): end = value.date
    case (.verwijzer, .type): referrerKind = value.string
    case (.verwijzer, .naam): referrerName = value.string
    case (.verwijzer, .zorgverlenerCode): referrerCode = ProviderCode(value.string)
    case (.aangevraagdProduct, .raamcontract): frameworkContract = value.string
    case (.aangevraagdProduct, .commentaar): comment = value.string
    default: break
    }
  }

  func product() -> RequestedProduct? {
    guard let providerReference, let begin, let referrerKind else { return nil }
    var product = RequestedProduct(
      providerReference: providerReference, decisionNumber: decisionNumber, category: care.category, code: care.code,
      decisionBegin: decisionBegin, validity: OpenPeriod(begin: begin, end: end), volume: care.volume,
      budget: care.budget, referrer: Referrer(kind: referrerKind, name: referrerName, code: referrerCode),
      frameworkContract: frameworkContract, comment: comment, sourceLine: care.sourceLine)
    product.offsets = care.offsets
    return product
  }
}
