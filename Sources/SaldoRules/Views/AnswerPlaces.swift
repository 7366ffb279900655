import SaldoDomain

/// An amount of the answer to a declaration that a finding can point at.
enum AnswerElement: String, Sendable {
  case claimed = "TotaalIngediendBedrag"
  case granted = "TotaalToegekendBedrag"
}

extension DeclarationAnswer {
  /// The clients of the answer; none when the header says it all.
  var clients: [Client] { declaration?.clients ?? [] }

  /// The place of an amount of the answer.
  func place(of element: AnswerElement) -> Finding.Place {
    ClassPlace("/Bericht/DeclaratieAntwoord", sourceLine: 0).place(of: element.rawValue)
  }

  /// The place of the BSN of a client; its source line is that of the client's first line.
  func place(ofClient position: Int) -> Finding.Place {
    let first = clients[position].lines.first?.line.sourceLines.first ?? 0
    return ClassPlace("/Bericht/DeclaratieAntwoord/Clienten/Client", position, sourceLine: first).place(of: "Bsn")
  }

  /// The place of an element of a returned line, by the positions of its client and of the line within the client.
  func place(of element: DeliveryLine.Element, client: Int, line: Int) -> Finding.Place {
    let path = "/Bericht/DeclaratieAntwoord/Clienten/Client[\(client + 1)]/Prestaties/Prestatie"
    let sourceLines = clients[client].lines[line].line.sourceLines
    return ClassPlace(path, line, sourceLine: sourceLines[element]).place(of: element.path)
  }
}
