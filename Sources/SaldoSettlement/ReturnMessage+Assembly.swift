public import SaldoDomain

extension ReturnMessage {
  /// The answer to a message other than a declaration.
  ///
  /// Its header is that of the message, sender and receiver not swapped. Without a refusal it says nothing else; with a
  /// refused header it has the codes of the header only; else it gives the client and every product back, each with a
  /// code. Source: iStandaarden 3.2, IV028, IV032; Documentation/DeclarationGuide.md.
  ///
  /// - Parameters:
  ///   - identification: The journal number of the message, which also numbers the answer.
  ///   - date: The date of the answer.
  ///   - styleSheetVersion: The version of the style sheets that the region states; nil for none.
  /// - Precondition: the message is of a kind that is returned.
  public init(
    to message: Message, _ refusal: Refusal?, identification: JournalNumber, date: CalendarDate,
    styleSheetVersion: String? = nil
  ) {
    var header = message.header
    guard let kind = header.kind.returnKind else { preconditionFailure("\(header.kind) has no return message") }
    header.kind = kind
    self.init(
      header: header, returnIdentification: DeclarationAnswer.identification(for: identification), returnDate: date,
      styleSheetVersion: styleSheetVersion,
      returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"), codes: refusal?.header ?? [],
      content: refusal.flatMap { Self.content(of: message, $0) })
  }

  /// The message with a code for each class: those of the refusal, and 0200 for every other class.
  ///
  /// No rule of Saldo refuses a client of a start or stop, so no product lies below a refused class (0233).
  private static func content(of message: Message, _ refusal: Refusal) -> Content? {
    guard refusal.header.isEmpty else { return nil }
    let count: Int
    switch message {
    case .start(let start): count = start.products.count
    case .stop(let stop): count = stop.products.count
    default: return nil
    }
    var codes: [ReturnedClass: [ReturnCode]] = [.client: [.noRemark]]
    for position in 0..<count { codes[.product(position)] = refusal.products[position] ?? [.noRemark] }
    return Content(message: message, codes: codes)
  }
}
