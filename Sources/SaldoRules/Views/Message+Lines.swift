import SaldoDomain

extension Message {
  /// Visits each line of a 323, or each returned line of a 325, in message order; messages of other kinds have none.
  ///
  /// A declaration can hold a hundred thousand lines, so that no list is made, of a line only the part that is looked at
  /// is taken, and a place is made only when it is asked for.
  @inline(__always)
  func forEachLine<Part>(
    _ part: (DeliveryLine) -> Part, _ visit: (Part, _ place: (DeliveryLine.Element) -> Finding.Place) -> Void
  ) {
    switch self {
    case .declaration(let message):
      for position in message.lines.indices {
        visit(part(message.lines[position])) { message.place(of: $0, line: position) }
      }
    case .declarationAnswer(let message):
      for (client, answered) in message.clients.enumerated() {
        for (position, returned) in answered.lines.enumerated() {
          visit(part(returned.line)) { message.place(of: $0, client: client, line: position) }
        }
      }
    default: break
    }
  }
}
