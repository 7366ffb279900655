public import SaldoDomain

/// The lines of a declaration by their references, to find those that an answer returns.
public struct DeclaredLines {
  private let declaration: DeclarationMessage
  private let clients: Set<Bsn>
  private let positions: [ExactText: [Int]]

  /// The lines of a declaration.
  public init(of declaration: DeclarationMessage) {
    self.declaration = declaration
    clients = Set(declaration.clients.map(\.bsn))
    positions = Dictionary(grouping: declaration.lines.indices) { declaration.lines[$0].reference }
  }

  /// The positions of the declared lines with the references of a returned line, in message order: those of its client,
  /// or of all clients when the declaration does not have the client. Of a sound declaration at most one.
  public func matching(_ line: DeliveryLine, of bsn: Bsn) -> [Int] {
    positions[line.reference, default: []].filter { position in
      let declared = declaration.lines[position]
      return declared.previousReference == line.previousReference
        && (!clients.contains(bsn) || declaration.clients[declared.client].bsn == bsn)
    }
  }
}

extension DeclarationAnswer {
  /// Visits each returned line with the position of its client, and its own within that client.
  func forEachReturned(_ visit: (_ client: Int, _ line: Int, Line) -> Void) {
    for (client, answered) in clients.enumerated() {
      for (position, returned) in answered.lines.enumerated() { visit(client, position, returned) }
    }
  }
}
