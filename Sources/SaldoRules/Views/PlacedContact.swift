import SaldoDomain

/// A way to reach the client or a relation, with where it stands in a 301.
struct PlacedContact: Sendable {
  /// Where the contact stands.
  let place: ClassPlace
  /// The contact.
  let contact: Contact
}

extension AllocationMessage {
  /// How to reach the client, then how to reach each relation.
  var contacts: [PlacedContact] {
    client.contacts.enumerated().map { position, contact in
      PlacedContact(place: Self.place(ofContact: position, contact), contact: contact)
    }
      + client.relations.enumerated().map { position, relation in
        PlacedContact(
          place: ClassPlace(
            "\(Self.place(ofRelation: position, relation).path)/Contact", sourceLine: relation.contact.sourceLine),
          contact: relation.contact)
      }
  }

  /// The place of a way to reach the client.
  static func place(ofContact position: Int, _ contact: Contact) -> ClassPlace {
    ClassPlace("/Bericht/Client/Contactgegevens/Contact", position, sourceLine: contact.sourceLine)
  }
}
