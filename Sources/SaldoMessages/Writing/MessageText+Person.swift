internal import SaldoDomain

extension MessageText {
  /// Writes who a client is (Standard: `Bsn`, `Geboortedatum`, `Geslacht`, `Naam`).
  mutating func person(_ client: NoticeClient) {
    leaf(.bsn, client.bsn.digits)
    birthDate(client.birthDate)
    leaf(.geslacht, client.sex)
    name(client.name)
  }

  /// Writes a birth date (Standard: `Geboortedatum`).
  mutating func birthDate(_ date: BirthDate) {
    element(.geboortedatum) { text in
      text.part(.datum, date.date.iso)
      text.part(.datumGebruik, date.use?.rawValue)
    }
  }

  /// Writes a full or a short name (Standard: `Naam`).
  mutating func name(_ name: PersonName) {
    element(.naam) { text in
      text.surname(.geslachtsnaam, name.surname)
      if let partner = name.partnerName { text.surname(.partnernaam, partner) }
      text.part(.voornamen, name.givenNames)
      text.part(.voorletters, name.initials)
      text.part(.naamGebruik, name.nameUse)
    }
  }

  private mutating func surname(_ element: StandardElement, _ surname: Surname) {
    group(element) { text in
      text.part(.achternaam, surname.name)
      text.part(.voorvoegsel, surname.prefix)
    }
  }

  /// Writes a way to reach somebody (Standard: `Contact`).
  mutating func contact(_ contact: Contact, _ place: ReturnedClass) {
    element(.contact) { text in
      text.leaf(.soort, contact.kind)
      if let address = contact.address { text.address(address) }
      text.leaf(.organisatie, contact.organisation)
      text.telephones(contact.telephones)
      text.leaf(.emailadres, contact.email)
      if let period = contact.period {
        text.element(.periode) { text in
          text.part(.begindatum, period.begin?.iso)
          text.part(.einddatum, period.end?.iso)
        }
      }
      text.codes(of: place)
    }
  }

  private mutating func address(_ address: Address) {
    element(.adres) { text in
      if let house = address.house {
        text.group(.huis) { text in
          text.part(.huisnummer, String(house.number))
          text.part(.huisletter, house.letter)
          text.part(.huisnummerToevoeging, house.addition)
          text.part(.aanduidingWoonadres, house.designation)
        }
      }
      text.part(.postcode, address.postalCode)
      text.part(.straatnaam, address.street)
      text.part(.plaatsnaam, address.town)
      text.part(.landCode, address.country)
    }
  }

  /// Writes telephone numbers; the schema has room for two.
  private mutating func telephones(_ telephones: [Telephone]) {
    guard !telephones.isEmpty else { return }
    element(.telefoon) { text in
      for (position, telephone) in telephones.enumerated() {
        text.group(position == 0 ? .telefoon01 : .telefoon02) { text in
          text.part(.telefoonnummer, telephone.number)
          text.part(.landnummer, telephone.country)
        }
      }
    }
  }
}
