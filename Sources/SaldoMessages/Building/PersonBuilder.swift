internal import SaldoDomain

/// Collects a name and a birth date (Standard: `CDT_VolledigeNaam`, `CDT_VerkorteNaam`, `CDT_Geboortedatum`).
struct PersonBuilder {
  /// The birth date, once its element has ended.
  private(set) var birthDate: BirthDate?
  /// The name, once its element has ended.
  private(set) var name: PersonName?

  /// The line that ``offsets`` count from: of `Bsn` for a client, of `Relatie` for a relation.
  var sourceLine: Int32 = 0
  /// Where the elements stood.
  private(set) var offsets = LineOffsets<PersonElement>()

  private var date: CalendarDate?
  private var use: BirthDate.Use?
  private var surname: String?
  private var prefix: String?
  private var birthName: Surname?
  private var partnerName: Surname?
  private var givenNames: String?
  private var initials: String?
  private var nameUse: String?

  /// Notes where an element stood.
  mutating func note(_ element: PersonElement, _ line: Int32) { offsets[element] = line - sourceLine }

  mutating func open(_ element: StandardElement, line: Int32) {
    switch element {
    case .geboortedatum: (date, use) = (nil, nil)
    case .communicatie: note(.communication, line)
    case .naam:
      note(.name, line)
      (birthName, partnerName, givenNames, initials, nameUse) = (nil, nil, nil, nil, nil)
    case .geslachtsnaam, .partnernaam: (surname, prefix) = (nil, nil)
    default: break
    }
  }

  /// Takes a leaf; false when it is not one of a name or a birth date.
  mutating func leaf(
    _ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32
  ) -> Bool {
    switch (parent, element) {
    case (.geboortedatum, .datum):
      date = value.date
      note(.birthDate, line)
    case (.geboortedatum, .datumGebruik):
      use = BirthDate.Use(rawValue: value.string)
      note(.birthDateUse, line)
    case (.geslachtsnaam, .achternaam), (.partnernaam, .achternaam): surname = value.string
    case (.geslachtsnaam, .voorvoegsel), (.partnernaam, .voorvoegsel): prefix = value.string
    case (.naam, .voornamen): givenNames = value.string
    case (.naam, .voorletters): initials = value.string
    case (.naam, .naamGebruik):
      nameUse = value.string
      note(.nameUse, line)
    default: return false
    }
    return true
  }

  mutating func close(_ element: StandardElement) {
    switch element {
    case .geboortedatum: birthDate = date.map { BirthDate(date: $0, use: use) }
    case .geslachtsnaam: birthName = surname.map { Surname(name: $0, prefix: prefix) }
    case .partnernaam: partnerName = surname.map { Surname(name: $0, prefix: prefix) }
    case .naam:
      name = birthName.map {
        PersonName(
          surname: $0, partnerName: partnerName, givenNames: givenNames, initials: initials, nameUse: nameUse)
      }
    default: break
    }
  }
}
