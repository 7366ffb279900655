import SaldoDomain

extension Message {
  /// Visits each client that the message names: one in a 301, 305, 307, 315 or 317, several in a 323 or 325.
  ///
  /// The place is that of the BSN, made only when it is asked for. A rule never shows the number.
  func forEachClient(_ visit: (Bsn, _ place: () -> Finding.Place) -> Void) {
    switch self {
    case .allocation(let message): visit(message.client.bsn) { place(ofBsn: message.client.sourceLine) }
    case .start(let message): visit(message.client.bsn) { place(ofBsn: message.client.sourceLine) }
    case .stop(let message): visit(message.client.bsn) { place(ofBsn: message.client.sourceLine) }
    case .allocationRequest(let message):
      visit(message.client.person.bsn) { place(ofBsn: message.client.person.sourceLine) }
    case .changeRequest(let message): visit(message.bsn) { place(ofBsn: message.sourceLine) }
    case .declaration(let message):
      for (position, client) in message.clients.enumerated() {
        visit(client.bsn) { message.place(ofClient: position) }
      }
    case .declarationAnswer(let message):
      for (position, client) in message.clients.enumerated() {
        visit(client.bsn) { message.place(ofClient: position) }
      }
    case .requestAnswer, .returned: break
    }
  }

  /// The place of the BSN of the one client of a message.
  private func place(ofBsn sourceLine: Int32) -> Finding.Place {
    ClassPlace("/Bericht/Client", sourceLine: sourceLine).place(of: "Bsn")
  }
}
