public import SaldoDomain

/// An element of the answer to a declaration that a finding can point at.
enum AnswerElement: String, Sendable {
  case declarationIdentification = "DeclaratieIdentificatie"
  case declarationSchemaVersion = "XsdVersieDeclaratie"
  case number = "DeclaratieNummer"
  case claimed = "TotaalIngediendBedrag"
  case granted = "TotaalToegekendBedrag"
}

extension DeclarationAnswer {
  /// The clients of the answer; none when the header says it all.
  public var clients: [Client] { declaration?.clients ?? [] }

  /// The returned lines of all clients, in message order; findings name them by their position here.
  public var returnedLines: [Line] { clients.flatMap(\.lines) }

  /// The place of an element of the answer as a whole.
  func place(of element: AnswerElement) -> Finding.Place {
    switch element {
    case .declarationIdentification: place(of: element, in: "Header", sourceLines.declarationIdentification)
    case .declarationSchemaVersion: place(of: element, in: "Header", sourceLines.declarationSchemaVersion)
    case .number: place(of: element, in: "DeclaratieAntwoord", sourceLines.number)
    case .claimed: place(of: element, in: "DeclaratieAntwoord", sourceLines.claimed)
    case .granted: place(of: element, in: "DeclaratieAntwoord", sourceLines.granted)
    }
  }

  private func place(of element: AnswerElement, in parent: String, _ sourceLine: Int32) -> Finding.Place {
    ClassPlace("/Bericht/\(parent)", sourceLine: sourceLine).place(of: element.rawValue)
  }

  /// The place of the BSN of a client.
  public func place(ofClient position: Int) -> Finding.Place {
    var place = ClassPlace(
      "/Bericht/DeclaratieAntwoord/Clienten/Client", position, sourceLine: clients[position].sourceLine
    ).place(of: "Bsn")
    place.client = position
    return place
  }

  /// The place of an element of a returned line, by its position in ``returnedLines``.
  public func place(of element: DeliveryLine.Element, returned position: Int) -> Finding.Place {
    let places = clients.indices.flatMap { client in clients[client].lines.indices.map { (client, $0) } }
    let (client, line) = places[position]
    return place(of: element, client: client, line: line)
  }

  /// The place of an element of a returned line, by the positions of its client and of the line within the client.
  func place(of element: DeliveryLine.Element, client: Int, line: Int) -> Finding.Place {
    let path = "/Bericht/DeclaratieAntwoord/Clienten/Client[\(client + 1)]/Prestaties/Prestatie"
    let sourceLines = clients[client].lines[line].line.sourceLines
    var place = ClassPlace(path, line, sourceLine: sourceLines[element]).place(of: element.path)
    place.client = client
    place.line = clients[..<client].reduce(line) { $0 + $1.lines.count }
    return place
  }
}
