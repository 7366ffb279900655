public import SaldoDomain

extension ReturnMessage {
  /// The answer of a municipality to a message other than a declaration, numbered by the journal.
  ///
  /// - Parameter identification: The journal number of the message, which also numbers the answer.
  /// - Precondition: the message is of a kind that is returned.
  public init(
    to message: Message, _ refusal: Refusal?, identification: JournalNumber, date: CalendarDate,
    styleSheetVersion: String? = nil
  ) {
    self.init(
      to: message, refusal, returnIdentification: DeclarationAnswer.identification(for: identification), date: date,
      styleSheetVersion: styleSheetVersion)
  }

  /// The answer to a message other than a declaration.
  ///
  /// Its header is that of the message, sender and receiver not swapped. Without a refusal it says nothing else; with a
  /// refused header it has the codes of the header only; else it gives the client and every product back, each with a
  /// code. Source: iStandaarden 3.2, IV028, IV032; Documentation/DeclarationGuide.md.
  ///
  /// - Parameters:
  ///   - returnIdentification: The number of the answer, new for its sender; at most twelve characters.
  ///   - date: The date of the answer.
  ///   - styleSheetVersion: The version of the style sheets that the region states; nil for none.
  /// - Precondition: the message is of a kind that is returned.
  public init(
    to message: Message, _ refusal: Refusal?, returnIdentification: ExactText, date: CalendarDate,
    styleSheetVersion: String? = nil
  ) {
    var header = message.header
    guard let kind = header.kind.returnKind else { preconditionFailure("\(header.kind) has no return message") }
    header.kind = kind
    self.init(
      header: header, returnIdentification: returnIdentification, returnDate: date,
      styleSheetVersion: styleSheetVersion,
      returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"), codes: refusal?.header ?? [],
      content: refusal.flatMap { Self.content(of: message, $0) })
  }

  /// The message with a code for each class: those of the refusal, and 0200 for every other class.
  ///
  /// No rule of Saldo refuses a client, so no product lies below a refused class (0233).
  private static func content(of message: Message, _ refusal: Refusal) -> Content? {
    guard refusal.header.isEmpty else { return nil }
    var codes: [ReturnedClass: [ReturnCode]] = [.client: [.noRemark]]
    let count: Int
    switch message {
    case .allocation(let allocation):
      count = allocation.products.count
      for contact in allocation.client.contacts.indices { codes[.contact(contact)] = [.noRemark] }
      for relation in allocation.client.relations.indices {
        codes[.relation(relation)] = [.noRemark]
        codes[.relationContact(relation)] = [.noRemark]
      }
    case .start(let start): count = start.products.count
    case .stop(let stop): count = stop.products.count
    default: return nil
    }
    for position in 0..<count { codes[.product(position)] = refusal.products[position] ?? [.noRemark] }
    return Content(message: message, codes: codes)
  }
}
