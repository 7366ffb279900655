internal import SaldoDomain

/// Collects an allocation (Standard: `Bericht` of 301).
struct AllocationBuilder: MessageBuilder {
  private var header: HeaderBuilder
  private var products: [AllocatedProduct] = []
  private var product = AllocatedProductBuilder()
  private var isIncomplete = false

  // The client.
  private var bsn: Bsn?
  private var bsnLine: Int32 = 0
  private var sex: String?
  private var form: String?
  private var language: String?
  private var legalStatus: String?
  private var legalRepresentation: String?
  private var comment: String?
  private var person = PersonBuilder()
  private var relations: [Relation] = []
  private var contacts: [Contact] = []

  // The relation and the contact that are being read.
  private var relation: RelationBuilder?
  private var contact = ContactBuilder()

  init(header: HeaderBuilder) { self.header = header }

  mutating func open(_ element: StandardElement, line: Int32) {
    switch element {
    case .relatie: relation = RelationBuilder(sourceLine: line)
    case .contact: contact = ContactBuilder(sourceLine: line)
    case .toegewezenProduct: product = AllocatedProductBuilder(sourceLine: line)
    case .header: header.open(element, line: line)
    case .product, .omvang: product.open(element, line: line)
    default:
      contact.open(element, line: line)
      if relation != nil { relation?.person.open(element, line: line) } else { person.open(element, line: line) }
    }
  }

  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    switch (parent, element) {
    case (.client, .bsn):
      bsn = value.bsn
      bsnLine = line
      person.sourceLine = line
    case (.client, .geslacht): sex = value.string
    case (.client, .juridischeStatus): legalStatus = value.string
    case (.client, .wettelijkeVertegenwoordiging): legalRepresentation = value.string
    case (.client, .commentaar): comment = value.string
    case (.communicatie, .vorm): form = value.string
    case (.communicatie, .taal):
      language = value.string
      person.note(.language, line)
    case (.relatie, _): relation?.leaf(element, value)
    case (.toegewezenProduct, _), (.product, _), (.omvang, _): product.leaf(element, in: parent, value, line: line)
    default: shared(element, in: parent, value, line: line)
    }
  }

  /// Takes a leaf of a name, a birth date, a contact or the header.
  private mutating func shared(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32)
  {
    let isPerson =
      relation?.person.leaf(element, in: parent, value, line: line)
      ?? person.leaf(element, in: parent, value, line: line)
    if isPerson || contact.leaf(element, in: parent, value, line: line) { return }
    _ = header.leaf(element, in: parent, value, line: line)
  }

  mutating func close(_ element: StandardElement, in parent: StandardElement) {
    switch element {
    case .relatie:
      guard let built = relation?.relation() else { return isIncomplete = true }
      relations.append(built)
      relation = nil
    case .contact:
      guard let built = contact.contact() else { return isIncomplete = true }
      if parent == .relatie { relation?.contact = built } else { contacts.append(built) }
    case .toegewezenProduct:
      guard let built = product.product() else { return isIncomplete = true }
      products.append(built)
    default:
      contact.close(element)
      if relation != nil { relation?.person.close(element) } else { person.close(element) }
    }
  }

  func message() -> Message? {
    guard !isIncomplete, let header = header.header(), let bsn, let sex, let name = person.name,
      let birthDate = person.birthDate, !products.isEmpty
    else { return nil }
    var client = AllocatedClient(
      bsn: bsn, birthDate: birthDate, sex: sex, name: name,
      communication: form.map { Communication(form: $0, language: language) }, legalStatus: legalStatus,
      legalRepresentation: legalRepresentation, comment: comment, relations: relations, contacts: contacts,
      sourceLine: bsnLine)
    client.offsets = person.offsets
    return .allocation(AllocationMessage(header: header, client: client, products: products))
  }
}

/// Collects somebody near the client (Standard: `Relatie`).
private struct RelationBuilder {
  var person = PersonBuilder()
  var contact: Contact?
  private let sourceLine: Int32
  private var number: ExactText?
  private var order: Int?
  private var kind: String?
  private var sex: String?

  init(sourceLine: Int32) {
    self.sourceLine = sourceLine
    person.sourceLine = sourceLine
  }

  mutating func leaf(_ element: StandardElement, _ value: LeafValue) {
    switch element {
    case .nummer: number = ExactText(value.string)
    case .volgorde: order = Int(value.number)
    case .soort: kind = value.string
    case .geslacht: sex = value.string
    default: break
    }
  }

  func relation() -> Relation? {
    guard let number, let kind, let name = person.name, let contact else { return nil }
    var relation = Relation(
      number: number, order: order, kind: kind, birthDate: person.birthDate, sex: sex, name: name, contact: contact,
      sourceLine: sourceLine)
    relation.offsets = person.offsets
    return relation
  }
}

/// Collects one allocated product (Standard: `ToegewezenProduct`).
private struct AllocatedProductBuilder {
  private var number: AllocationNumber?
  private var providerReference: ExactText?
  private var care: CareBuilder
  private var decisionDate: CalendarDate?
  private var decisionTime: Int32?
  private var begin: CalendarDate?
  private var end: CalendarDate?
  private var changeReason: ChangeReason?
  private var comment: String?

  init(sourceLine: Int32 = 0) { care = CareBuilder(sourceLine: sourceLine) }

  mutating func open(_ element: StandardElement, line: Int32) { care.open(element, line: line) }

  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    if care.leaf(element, in: parent, value, line: line) { return }
    switch element {
    case .toewijzingNummer: number = value.allocation
    case .referentieAanbieder: providerReference = ExactText(value.string)
    case .toewijzingsdatum: decisionDate = value.date
    case .toewijzingstijd: decisionTime = value.milliseconds
    case .ingangsdatum: begin = value.date
    case .einddatum: end = value.date
    case .redenWijziging: changeReason = ChangeReason(rawValue: value.string)
    case .commentaar: comment = value.string
    default: break
    }
  }

  func product() -> AllocatedProduct? {
    guard let number, let decisionDate, let decisionTime, let begin else { return nil }
    var product = AllocatedProduct(
      number: number, providerReference: providerReference, category: care.category, code: care.code,
      decidedAt: DecisionMoment(date: decisionDate, millisecondOfDay: decisionTime),
      validity: OpenPeriod(begin: begin, end: end), changeReason: changeReason, volume: care.volume,
      budget: care.budget, comment: comment, sourceLine: care.sourceLine)
    product.offsets = care.offsets
    return product
  }
}
