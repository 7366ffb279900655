/// The receiver's answer to a message: nothing wrong, or everything back with codes (retourbericht: 302, 306, 308, 316,
/// 318, 320).
///
/// Its header copies that of the message, sender and receiver not swapped. A message without codes is accepted; one
/// error rejects the whole message. Source: iStandaarden 3.2, IV028 and IV032.
public struct ReturnMessage: Hashable, Sendable {
  /// The header of the answered message, with the kind of the return message.
  public var header: MessageHeader
  /// The sender's own number of the return message (Standard: `IdentificatieRetour`).
  public var returnIdentification: ExactText
  /// The date of the return message (Standard: `DagtekeningRetour`).
  public var returnDate: CalendarDate
  /// The version of the style sheets, when level 2 failed (Standard: `XsltVersie`).
  public var styleSheetVersion: String?
  /// The schema versions of the return message (Standard: `XsdVersieRetour`).
  public var returnSchemaVersion: SchemaVersion
  /// The codes at the header; empty when nothing is wrong there (Standard: `Header/RetourCodes`).
  public var codes: [ReturnCode]
  /// The classes of the message with their codes; nil when the header says it all.
  public var content: Content?

  /// The classes of the answered message, copied unchanged, each with its codes.
  public struct Content: Hashable, Sendable {
    /// The answered message; its header is that of the answered message.
    public var message: Message
    /// The codes of every class; none is empty.
    public var codes: [ReturnedClass: [ReturnCode]]

    /// A message with a code for each class.
    public init(message: Message, codes: [ReturnedClass: [ReturnCode]]) {
      self.message = message
      self.codes = codes
    }
  }

  /// A return message with these values.
  public init(
    header: MessageHeader, returnIdentification: ExactText, returnDate: CalendarDate,
    styleSheetVersion: String? = nil, returnSchemaVersion: SchemaVersion, codes: [ReturnCode], content: Content?
  ) {
    self.header = header
    self.returnIdentification = returnIdentification
    self.returnDate = returnDate
    self.styleSheetVersion = styleSheetVersion
    self.returnSchemaVersion = returnSchemaVersion
    self.codes = codes
    self.content = content
  }

  /// Whether nothing is wrong: the message is accepted.
  public var accepts: Bool { codes.isEmpty && content == nil }
}

/// A class of a message that carries codes when the message comes back; positions count from 0 in message order.
public enum ReturnedClass: Hashable, Sendable {
  /// The client (Standard: `Client`).
  case client
  /// A way to reach the client (Standard: `Contactgegevens/Contact`).
  case contact(Int)
  /// A relation (Standard: `Relatie`).
  case relation(Int)
  /// The way to reach a relation (Standard: `Relatie/Contact`).
  case relationContact(Int)
  /// A product (Standard: `ToegewezenProduct`, `StartProduct`, `StopProduct`, `AangevraagdProduct`).
  case product(Int)
  /// The request for a change (Standard: `Verzoek`).
  case request
  /// An allocation that stays as it is (Standard: `OngewijzigdProduct`).
  case unchangedProduct(Int)
  /// An allocation that should change (Standard: `TeWijzigenProduct`).
  case changedProduct(Int)
  /// A product that should be added (Standard: `NieuwProduct`).
  case newProduct(Int)
  /// The answer to a request (Standard: `Antwoord`).
  case answer
  /// The place of residence (Standard: `Woonplaatsbeginsel`).
  case residence
}
