public import SaldoDomain

/// An element of the header that a finding can point at.
public enum HeaderElement: String, Sendable {
  case sender = "Afzender"
  case receiver = "Ontvanger"
  case identification = "BerichtIdentificatie/Identificatie"
  case date = "BerichtIdentificatie/Dagtekening"
}

/// An element of the declaration class that a finding can point at.
public enum DeclarationElement: String, Sendable {
  case number = "DeclaratieNummer"
  case periodBegin = "DeclaratiePeriode/Begindatum"
  case periodEnd = "DeclaratiePeriode/Einddatum"
  case date = "DeclaratieDagtekening"
  case total = "TotaalIngediendBedrag"
}

extension MessageHeader {
  /// The place of an element of the header.
  public func place(of element: HeaderElement) -> Finding.Place {
    let line =
      switch element {
      case .sender: sourceLines.sender
      case .receiver: sourceLines.receiver
      case .identification: sourceLines.identification
      case .date: sourceLines.date
      }
    return Finding.Place(element: "Header", path: "/Bericht/Header/\(element.rawValue)", sourceLine: line)
  }
}

extension AllocationMessage {
  /// The place of a product; positions in the path count from 1, as in XPath.
  public func place(ofProduct position: Int) -> Finding.Place {
    Finding.Place(
      element: "ToegewezenProduct", path: "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[\(position + 1)]",
      sourceLine: products[position].sourceLine, product: position)
  }
}

extension StartMessage {
  /// The place of a product; positions in the path count from 1, as in XPath.
  public func place(ofProduct position: Int) -> Finding.Place {
    Finding.Place(
      element: "StartProduct", path: "/Bericht/Client/StartProducten/StartProduct[\(position + 1)]",
      sourceLine: products[position].sourceLine, product: position)
  }
}

extension StopMessage {
  /// The place of a product; positions in the path count from 1, as in XPath.
  public func place(ofProduct position: Int) -> Finding.Place {
    Finding.Place(
      element: "StopProduct", path: "/Bericht/Client/StopProducten/StopProduct[\(position + 1)]",
      sourceLine: products[position].start.sourceLine, product: position)
  }
}

extension DeclarationMessage {
  /// The place of an element of the declaration class.
  public func place(of element: DeclarationElement) -> Finding.Place {
    let line =
      switch element {
      case .number: sourceLines.number
      case .periodBegin: sourceLines.periodBegin
      case .periodEnd: sourceLines.periodEnd
      case .date: sourceLines.date
      case .total: sourceLines.total
      }
    return Finding.Place(element: "Declaratie", path: "/Bericht/Declaratie/\(element.rawValue)", sourceLine: line)
  }

  /// The place of the BSN of a client.
  public func place(ofClient position: Int) -> Finding.Place {
    Finding.Place(
      element: "Client", path: "/Bericht/Declaratie/Clienten/Client[\(position + 1)]/Bsn",
      sourceLine: clients[position].sourceLine, client: position)
  }

  /// The place of an element of a line; positions in the path count from 1, as in XPath.
  public func place(of element: DeliveryLine.Element, line position: Int) -> Finding.Place {
    let line = lines[position]
    let within = position - clients[line.client].lines.lowerBound + 1
    return Finding.Place(
      element: "Prestatie",
      path: "/Bericht/Declaratie/Clienten/Client[\(line.client + 1)]/Prestaties/Prestatie[\(within)]/\(element.path)",
      sourceLine: line.sourceLines[element], client: line.client, line: position)
  }
}
