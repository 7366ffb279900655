internal import SaldoDomain

/// Collects a way to reach somebody (Standard: `Contact`).
struct ContactBuilder {
  private let sourceLine: Int32
  private var offsets = LineOffsets<ContactElement>()
  private var kind: String?
  private var address: Address?
  private var organisation: String?
  private var telephones: [Telephone] = []
  private var email: String?
  private var period: OptionalPeriod?

  private var houseNumber: Int?
  private var houseLetter: String?
  private var houseAddition: String?
  private var houseDesignation: String?
  private var telephoneNumber: String?
  private var telephoneCountry: String?
  private var begin: CalendarDate?
  private var end: CalendarDate?

  init(sourceLine: Int32 = 0) { self.sourceLine = sourceLine }

  mutating func open(_ element: StandardElement, line: Int32) {
    note(element, line)
    switch element {
    case .adres: address = Address(house: nil, postalCode: nil, street: nil, town: nil, country: nil)
    case .telefoon01, .telefoon02: (telephoneNumber, telephoneCountry) = (nil, nil)
    case .periode: (begin, end) = (nil, nil)
    default: break
    }
  }

  /// Takes a leaf; false when it is not one of a contact.
  mutating func leaf(
    _ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32
  ) -> Bool {
    switch (parent, element) {
    case (.contact, .soort): kind = value.string
    case (.contact, .organisatie): organisation = value.string
    case (.contact, .emailadres): email = value.string
    case (.huis, .huisnummer): houseNumber = Int(value.number)
    case (.huis, .huisletter): houseLetter = value.string
    case (.huis, .huisnummerToevoeging): houseAddition = value.string
    case (.huis, .aanduidingWoonadres): houseDesignation = value.string
    case (.adres, .postcode): address?.postalCode = value.string
    case (.adres, .straatnaam): address?.street = value.string
    case (.adres, .plaatsnaam): address?.town = value.string
    case (.adres, .landCode): address?.country = value.string
    case (.telefoon01, .telefoonnummer), (.telefoon02, .telefoonnummer): telephoneNumber = value.string
    case (.telefoon01, .landnummer), (.telefoon02, .landnummer): telephoneCountry = value.string
    case (.periode, .begindatum): begin = value.date
    case (.periode, .einddatum): end = value.date
    default: return false
    }
    note(element, line)
    return true
  }

  mutating func close(_ element: StandardElement) {
    switch element {
    case .huis:
      address?.house = houseNumber.map {
        Address.House(number: $0, letter: houseLetter, addition: houseAddition, designation: houseDesignation)
      }
    case .telefoon01, .telefoon02:
      if let telephoneNumber, let telephoneCountry {
        telephones.append(Telephone(number: telephoneNumber, country: telephoneCountry))
      }
    case .periode: period = OptionalPeriod(begin: begin, end: end)
    default: break
    }
  }

  func contact() -> Contact? {
    guard let kind else { return nil }
    var contact = Contact(
      kind: kind, address: address, organisation: organisation, telephones: telephones, email: email, period: period,
      sourceLine: sourceLine)
    contact.offsets = offsets
    return contact
  }

  private mutating func note(_ element: StandardElement, _ line: Int32) {
    let place: ContactElement
    switch element {
    case .adres: place = .address
    case .huis: place = .house
    case .postcode: place = .postalCode
    case .landCode: place = .country
    case .periode: place = .period
    case .begindatum: place = .periodBegin
    case .einddatum: place = .periodEnd
    default: return
    }
    offsets[place] = line - sourceLine
  }
}
