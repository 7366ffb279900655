internal import SaldoDomain

/// Collects a return message: the builder of the answered message does its classes, this one the header and the codes
/// (Standard: `Bericht` of 302, 306, 308, 316, 318 and 320).
struct ReturnBuilder: MessageBuilder {
  private var header: HeaderBuilder
  private var answered: any MessageBuilder
  private var identification: ExactText?
  private var date: CalendarDate?
  private var styleSheetVersion: String?
  private var basicVersion = ""
  private var messageVersion = ""
  private var headerCodes: [ReturnCode] = []
  private var places = ReturnedClassPlaces()
  private var classCodes: [ReturnedClass: [ReturnCode]] = [:]
  private var hasContent = false

  init(header: HeaderBuilder, answered: any MessageBuilder) {
    self.header = header
    self.answered = answered
  }

  mutating func open(_ element: StandardElement, line: Int32) {
    header.open(element, line: line)
    if element == .client || element == .antwoord { hasContent = true }
    places.open(element)
    if element != .retourCodes { answered.open(element, line: line) }
  }

  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    switch (parent, element) {
    case (.retourCodes, .retourCode): append(ReturnCode(rawValue: value.string))
    case (.header, .identificatieRetour): identification = ExactText(value.string)
    case (.header, .dagtekeningRetour): date = value.date
    case (.header, .xsltVersie): styleSheetVersion = value.string
    case (.xsdVersieRetour, .basisschemaXsdVersie): basicVersion = value.string
    case (.xsdVersieRetour, .berichtXsdVersie): messageVersion = value.string
    default:
      _ = header.leaf(element, in: parent, value, line: line)
      answered.leaf(element, in: parent, value, line: line)
    }
  }

  mutating func close(_ element: StandardElement, in parent: StandardElement) {
    places.close(element)
    if element != .retourCodes { answered.close(element, in: parent) }
  }

  func message() -> Message? {
    guard let header = header.header(), let identification, let date else { return nil }
    let message = answered.message()
    guard (message != nil) == hasContent else { return nil }
    return .returned(
      ReturnMessage(
        header: header, returnIdentification: identification, returnDate: date, styleSheetVersion: styleSheetVersion,
        returnSchemaVersion: SchemaVersion(basic: basicVersion, message: messageVersion), codes: headerCodes,
        content: message.map { ReturnMessage.Content(message: $0, codes: classCodes) }))
  }

  private mutating func append(_ code: ReturnCode) {
    if let place = places.current {
      classCodes[place, default: []].append(code)
    } else {
      headerCodes.append(code)
    }
  }
}

/// Knows which class the codes that are being read belong to: the one around `RetourCodes`, and its how-manieth it is.
private struct ReturnedClassPlaces {
  private var path: [StandardElement] = []
  private var counts: [StandardElement: Int] = [:]
  private var clientContacts = 0

  mutating func open(_ element: StandardElement) {
    counts[element, default: 0] += 1
    if element == .contact, path.last == .contactgegevens { clientContacts += 1 }
    path.append(element)
  }

  mutating func close(_ element: StandardElement) {
    if path.last == element { path.removeLast() }
  }

  /// The class around the open `RetourCodes`; nil for the header.
  var current: ReturnedClass? {
    guard path.count >= 2 else { return nil }
    let element = path[path.count - 2]
    let position = counts[element, default: 1] - 1
    switch element {
    case .client: return .client
    case .contact:
      return path.contains(.relatie) ? .relationContact(counts[.relatie, default: 1] - 1) : .contact(clientContacts - 1)
    case .relatie: return .relation(position)
    case .toegewezenProduct, .startProduct, .stopProduct, .aangevraagdProduct: return .product(position)
    case .verzoek: return .request
    case .ongewijzigdProduct: return .unchangedProduct(position)
    case .teWijzigenProduct: return .changedProduct(position)
    case .nieuwProduct: return .newProduct(position)
    case .antwoord: return .answer
    case .woonplaatsbeginsel: return .residence
    default: return nil
    }
  }
}
