internal import SaldoDomain

extension MessageText {
  /// Writes an allocation (Standard: `Client` of 301 and 302).
  mutating func allocation(_ message: AllocationMessage) {
    let client = message.client
    element(.client) { text in
      text.leaf(.bsn, client.bsn.digits)
      text.birthDate(client.birthDate)
      text.leaf(.geslacht, client.sex)
      text.name(client.name)
      if let communication = client.communication {
        text.element(.communicatie) { text in
          text.part(.vorm, communication.form)
          text.part(.taal, communication.language)
        }
      }
      text.leaf(.juridischeStatus, client.legalStatus)
      text.leaf(.wettelijkeVertegenwoordiging, client.legalRepresentation)
      text.leaf(.commentaar, client.comment)
      if !client.relations.isEmpty {
        text.element(.relaties) { text in
          for (position, relation) in client.relations.enumerated() { text.relation(relation, position) }
        }
      }
      text.element(.contactgegevens) { text in
        for (position, contact) in client.contacts.enumerated() { text.contact(contact, .contact(position)) }
      }
      text.element(.toegewezenProducten) { text in
        for (position, product) in message.products.enumerated() { text.allocatedProduct(product, position) }
      }
      text.codes(of: .client)
    }
  }

  private mutating func relation(_ relation: Relation, _ position: Int) {
    element(.relatie) { text in
      text.leaf(.nummer, relation.number.string)
      text.leaf(.volgorde, relation.order.map { String($0) })
      text.leaf(.soort, relation.kind)
      if let birthDate = relation.birthDate { text.birthDate(birthDate) }
      text.leaf(.geslacht, relation.sex)
      text.name(relation.name)
      text.contact(relation.contact, .relationContact(position))
      text.codes(of: .relation(position))
    }
  }

  private mutating func allocatedProduct(_ product: AllocatedProduct, _ position: Int) {
    element(.toegewezenProduct) { text in
      text.leaf(.toewijzingNummer, product.number.description)
      text.leaf(.referentieAanbieder, product.providerReference?.string)
      text.product(product.category, product.code)
      text.leaf(.toewijzingsdatum, product.decidedAt.date.iso)
      text.leaf(.toewijzingstijd, Self.time(product.decidedAt.millisecondOfDay))
      text.leaf(.ingangsdatum, product.validity.begin.iso)
      text.leaf(.einddatum, product.validity.end?.iso)
      text.leaf(.redenWijziging, product.changeReason?.rawValue)
      text.volume(product.volume, budget: product.budget)
      text.leaf(.commentaar, product.comment)
      text.codes(of: .product(position))
    }
  }

  /// A time of day as `HH:MM:SS`, with three decimals when it has thousandths.
  private static func time(_ millisecondOfDay: Int32) -> String {
    let (seconds, thousandths) = millisecondOfDay.quotientAndRemainder(dividingBy: 1000)
    func digits(_ number: Int32, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { digits($0, 2) }.joined(separator: ":")
    return thousandths == 0 ? time : time + "." + digits(thousandths, 3)
  }
}
