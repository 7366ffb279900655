/// A birth date and how certain it is (Standard: `CDT_Geboortedatum`).
public struct BirthDate: Hashable, Sendable {
  /// The date (Standard: `Datum`).
  public let date: CalendarDate
  /// Which part is unknown; nil when the date is whole (Standard: `DatumGebruik`).
  public let use: Use?

  /// Which part of a birth date is unknown. Source: iStandaarden 3.2, code list COD170.
  public enum Use: String, CaseIterable, Hashable, Sendable {
    case dayUnknown = "1"
    case dayAndMonthUnknown = "2"
    case unknown = "3"
  }

  /// A birth date.
  public init(date: CalendarDate, use: Use?) {
    self.date = date
    self.use = use
  }

  /// The day on which the client turns 18; of a partial date the latest possible, and nil when nothing is known of it.
  ///
  /// Who was born on 29 February turns 18 on 1 March. Source: Documentation/Funding.md.
  public var eighteenth: CalendarDate? {
    let latest: CalendarDate
    switch use {
    case nil: latest = date
    case .dayUnknown: latest = date.month.last
    case .dayAndMonthUnknown: latest = CalendarMonth(year: date.year, month: 12).last
    case .unknown: return nil
    }
    let birthday = latest.adding(months: 12 * 18)
    return birthday.parts.day == latest.parts.day ? birthday : birthday.adding(days: 1)
  }
}

/// A surname with its prefix (Standard: `CDT_Achternaam`).
public struct Surname: Hashable, Sendable {
  /// The name (Standard: `Achternaam`).
  public let name: String
  /// The prefix (Standard: `Voorvoegsel`).
  public let prefix: String?

  /// A surname with or without a prefix.
  public init(name: String, prefix: String?) {
    self.name = name
    self.prefix = prefix
  }
}

/// A person's name (Standard: `CDT_VolledigeNaam`, `CDT_VerkorteNaam`).
public struct PersonName: Hashable, Sendable {
  /// The name at birth (Standard: `Geslachtsnaam`).
  public var surname: Surname
  /// The partner's name; only in a full name (Standard: `Partnernaam`).
  public var partnerName: Surname?
  /// The given names (Standard: `Voornamen`).
  public var givenNames: String?
  /// The initials (Standard: `Voorletters`).
  public var initials: String?
  /// Which names are used, code list COD700; only in a full name (Standard: `NaamGebruik`).
  public var nameUse: String?

  /// A name with these parts.
  public init(surname: Surname, partnerName: Surname?, givenNames: String?, initials: String?, nameUse: String?) {
    self.surname = surname
    self.partnerName = partnerName
    self.givenNames = givenNames
    self.initials = initials
    self.nameUse = nameUse
  }
}

/// The client of a start or stop notice (Standard: `Client` of 305 and 307).
public struct NoticeClient: Located, Hashable, Sendable {
  /// The client's BSN (Standard: `Bsn`).
  public var bsn: Bsn
  /// The birth date (Standard: `Geboortedatum`).
  public var birthDate: BirthDate
  /// The sex, code list COD046 (Standard: `Geslacht`).
  public var sex: String
  /// The short name (Standard: `Naam`).
  public var name: PersonName
  /// The line of `Bsn` in the file, 1-based.
  public var sourceLine: Int32
  /// Where its elements stood in the file.
  public var offsets = LineOffsets<PersonElement>()

  /// A client with these values.
  public init(bsn: Bsn, birthDate: BirthDate, sex: String, name: PersonName, sourceLine: Int32 = 0) {
    self.bsn = bsn
    self.birthDate = birthDate
    self.sex = sex
    self.name = name
    self.sourceLine = sourceLine
  }
}

/// The client of an allocation (Standard: `Client` of 301).
public struct AllocatedClient: Located, Hashable, Sendable {
  /// The client's BSN (Standard: `Bsn`).
  public var bsn: Bsn
  /// The birth date (Standard: `Geboortedatum`).
  public var birthDate: BirthDate
  /// The sex, code list COD046 (Standard: `Geslacht`).
  public var sex: String
  /// The full name (Standard: `Naam`).
  public var name: PersonName
  /// A special form of communication (Standard: `Communicatie`).
  public var communication: Communication?
  /// The legal status, code list WJ232 (Standard: `JuridischeStatus`).
  public var legalStatus: String?
  /// The legal representation, code list WJ003 (Standard: `WettelijkeVertegenwoordiging`).
  public var legalRepresentation: String?
  /// Free text (Standard: `Commentaar`).
  public var comment: String?
  /// Relations of the client (Standard: `Relaties/Relatie`).
  public var relations: [Relation]
  /// How to reach the client; never empty (Standard: `Contactgegevens/Contact`).
  public var contacts: [Contact]
  /// The line of `Bsn` in the file, 1-based.
  public var sourceLine: Int32
  /// Where its elements stood in the file.
  public var offsets = LineOffsets<PersonElement>()

  /// A client with these values.
  public init(
    bsn: Bsn, birthDate: BirthDate, sex: String, name: PersonName, communication: Communication? = nil,
    legalStatus: String? = nil, legalRepresentation: String? = nil, comment: String? = nil,
    relations: [Relation] = [], contacts: [Contact], sourceLine: Int32 = 0
  ) {
    self.bsn = bsn
    self.birthDate = birthDate
    self.sex = sex
    self.name = name
    self.communication = communication
    self.legalStatus = legalStatus
    self.legalRepresentation = legalRepresentation
    self.comment = comment
    self.relations = relations
    self.contacts = contacts
    self.sourceLine = sourceLine
  }
}

/// A special form of communication (Standard: `CDT_Communicatie`).
public struct Communication: Hashable, Sendable {
  /// The form, code list COD747 (Standard: `Vorm`).
  public let form: String
  /// The language (Standard: `Taal`).
  public let language: String?

  /// A form of communication.
  public init(form: String, language: String?) {
    self.form = form
    self.language = language
  }
}

/// Somebody near the client (Standard: `Relatie`).
public struct Relation: Located, Hashable, Sendable {
  /// The number of the relation (Standard: `Nummer`).
  public var number: ExactText
  /// The priority (Standard: `Volgorde`).
  public var order: Int?
  /// The kind of relation, code list COD472 (Standard: `Soort`).
  public var kind: String
  /// The birth date (Standard: `Geboortedatum`).
  public var birthDate: BirthDate?
  /// The sex, code list COD046 (Standard: `Geslacht`).
  public var sex: String?
  /// The full name (Standard: `Naam`).
  public var name: PersonName
  /// How to reach the relation (Standard: `Contact`).
  public var contact: Contact
  /// The line of `Relatie` in the file, 1-based.
  public var sourceLine: Int32
  /// Where its elements stood in the file.
  public var offsets = LineOffsets<PersonElement>()

  /// A relation with these values.
  public init(
    number: ExactText, order: Int?, kind: String, birthDate: BirthDate?, sex: String?, name: PersonName,
    contact: Contact, sourceLine: Int32 = 0
  ) {
    self.number = number
    self.order = order
    self.kind = kind
    self.birthDate = birthDate
    self.sex = sex
    self.name = name
    self.contact = contact
    self.sourceLine = sourceLine
  }
}

/// A way to reach somebody (Standard: `Contact`).
public struct Contact: Located, Hashable, Sendable {
  /// The kind of address, code list COD757 (Standard: `Soort`).
  public var kind: String
  /// The address (Standard: `Adres`).
  public var address: Address?
  /// The organisation (Standard: `Organisatie`).
  public var organisation: String?
  /// One or two telephone numbers (Standard: `Telefoon/Telefoon01`, `Telefoon02`).
  public var telephones: [Telephone]
  /// The e-mail address (Standard: `Emailadres`).
  public var email: String?
  /// From when up to when it can be used; both ends may be absent (Standard: `Periode`).
  public var period: OptionalPeriod?
  /// The line of `Contact` in the file, 1-based.
  public var sourceLine: Int32
  /// Where its elements stood in the file.
  public var offsets = LineOffsets<ContactElement>()

  /// A contact with these values.
  public init(
    kind: String, address: Address?, organisation: String?, telephones: [Telephone], email: String?,
    period: OptionalPeriod?, sourceLine: Int32 = 0
  ) {
    self.kind = kind
    self.address = address
    self.organisation = organisation
    self.telephones = telephones
    self.email = email
    self.period = period
    self.sourceLine = sourceLine
  }
}

/// A period of which either end may be absent (Standard: `CDT_OpenPeriode`).
public struct OptionalPeriod: Hashable, Sendable {
  /// The first day (Standard: `Begindatum`).
  public let begin: CalendarDate?
  /// The last day (Standard: `Einddatum`).
  public let end: CalendarDate?

  /// A period with the ends that are known.
  public init(begin: CalendarDate?, end: CalendarDate?) {
    self.begin = begin
    self.end = end
  }
}

/// A telephone number with its country (Standard: `CDT_Telefoon`).
public struct Telephone: Hashable, Sendable {
  /// The number (Standard: `Telefoonnummer`).
  public let number: String
  /// The country prefix (Standard: `Landnummer`).
  public let country: String

  /// A number in a country.
  public init(number: String, country: String) {
    self.number = number
    self.country = country
  }
}

/// A postal address; every part is optional (Standard: `CDT_Adres`).
public struct Address: Hashable, Sendable {
  /// The house (Standard: `Huis`).
  public var house: House?
  /// The postal code (Standard: `Postcode`).
  public var postalCode: String?
  /// The street (Standard: `Straatnaam`).
  public var street: String?
  /// The town (Standard: `Plaatsnaam`).
  public var town: String?
  /// The country, code list COD032 (Standard: `LandCode`).
  public var country: String?

  /// The parts of a house number (Standard: `CDT_Huis`).
  public struct House: Hashable, Sendable {
    /// The number (Standard: `Huisnummer`).
    public let number: Int
    /// The letter (Standard: `Huisletter`).
    public let letter: String?
    /// The addition (Standard: `HuisnummerToevoeging`).
    public let addition: String?
    /// The designation, code list NUM061 (Standard: `AanduidingWoonadres`).
    public let designation: String?

    /// A house with these parts.
    public init(number: Int, letter: String?, addition: String?, designation: String?) {
      self.number = number
      self.letter = letter
      self.addition = addition
      self.designation = designation
    }
  }

  /// An address with these parts.
  public init(house: House?, postalCode: String?, street: String?, town: String?, country: String?) {
    self.house = house
    self.postalCode = postalCode
    self.street = street
    self.town = town
    self.country = country
  }
}
