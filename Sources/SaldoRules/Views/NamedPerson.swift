import SaldoDomain

/// Somebody in a message with a birth date: the client, or a relation of the client.
struct NamedPerson: Sendable {
  /// Where the person stands.
  let place: ClassPlace
  /// The birth date; a rule never shows it.
  let birthDate: BirthDate
}

extension Message {
  /// The people with a birth date: the client of a 301, 305, 307 or 315 and the relations of a 301.
  var people: [NamedPerson] {
    switch self {
    case .allocation(let message):
      [NamedPerson(place: message.clientPlace, birthDate: message.client.birthDate)]
        + message.client.relations.enumerated().compactMap { position, relation in
          relation.birthDate.map {
            NamedPerson(place: AllocationMessage.place(ofRelation: position, relation), birthDate: $0)
          }
        }
    case .start(let message): [NamedPerson(message.client)]
    case .stop(let message): [NamedPerson(message.client)]
    case .allocationRequest(let message): [NamedPerson(message.client.person)]
    default: []
    }
  }
}

extension NamedPerson {
  fileprivate init(_ client: NoticeClient) {
    self.init(place: ClassPlace("/Bericht/Client", sourceLine: client.sourceLine), birthDate: client.birthDate)
  }
}

extension AllocationMessage {
  /// The place of the client.
  var clientPlace: ClassPlace { ClassPlace("/Bericht/Client", sourceLine: client.sourceLine) }

  /// The place of a relation.
  static func place(ofRelation position: Int, _ relation: Relation) -> ClassPlace {
    ClassPlace("/Bericht/Client/Relaties/Relatie", position, sourceLine: relation.sourceLine)
  }
}
