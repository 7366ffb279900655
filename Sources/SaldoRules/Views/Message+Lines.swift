import SaldoDomain

extension Message {
  /// Visits each line of a 323, or each returned line of a 325, in message order; messages of other kinds have none.
  ///
  /// A declaration can hold a hundred thousand lines, so that no list is made and a place only when it is asked for.
  func forEachLine(_ visit: (DeliveryLine, _ place: (DeliveryLine.Element) -> Finding.Place) -> Void) {
    switch self {
    case .declaration(let message):
      for position in message.lines.indices {
        visit(message.lines[position]) { message.place(of: $0, line: position) }
      }
    case .declarationAnswer(let message):
      for (client, answered) in message.clients.enumerated() {
        for (position, returned) in answered.lines.enumerated() {
          visit(returned.line) { message.place(of: $0, client: client, line: position) }
        }
      }
    default: break
    }
  }
}
