/// What the header of every message says (Standard: `Header`).
public struct MessageHeader: Hashable, Sendable {
  /// Which standard the message follows (Standard: the namespace, `BerichtVersie`, `BerichtSubversie`).
  public var standard: Standard
  /// The kind of message (Standard: `BerichtCode`).
  public var kind: MessageKind
  /// The provider at one end: sender of 305, 307, 315, 317, 323; receiver of 301, 319, 325 (Standard:
  /// `Afzender`, `Ontvanger`).
  public var provider: ProviderCode
  /// The municipality at the other end (Standard: `Ontvanger`, `Afzender`).
  public var municipality: MunicipalityCode
  /// The sender's own number of the message, at most 12 characters (Standard: `BerichtIdentificatie/Identificatie`).
  public var identification: ExactText
  /// The date of the message (Standard: `BerichtIdentificatie/Dagtekening`).
  public var date: CalendarDate
  /// The schema versions that the sender used (Standard: `XsdVersie`).
  public var schemaVersion: SchemaVersion
  /// Where the elements stood in the file.
  public var sourceLines: SourceLines

  /// Source lines of the header, 1-based.
  public struct SourceLines: Hashable, Sendable {
    /// The line of `Header`.
    public var header: Int32 = 0
    /// The line of `Afzender`.
    public var sender: Int32 = 0
    /// The line of `Ontvanger`.
    public var receiver: Int32 = 0
    /// The line of `Identificatie`.
    public var identification: Int32 = 0
    /// The line of `Dagtekening`.
    public var date: Int32 = 0

    /// Lines that are not known.
    public init() {}
  }

  /// A header with these values.
  public init(
    standard: Standard, kind: MessageKind, provider: ProviderCode, municipality: MunicipalityCode,
    identification: ExactText, date: CalendarDate, schemaVersion: SchemaVersion,
    sourceLines: SourceLines = SourceLines()
  ) {
    self.standard = standard
    self.kind = kind
    self.provider = provider
    self.municipality = municipality
    self.identification = identification
    self.date = date
    self.schemaVersion = schemaVersion
    self.sourceLines = sourceLines
  }

  /// Whether the provider stands as the sender (Standard: `Afzender`); otherwise the municipality does.
  ///
  /// A return message copies sender and receiver, so that its `Afzender` is the sender of the answered message.
  public var isFromProvider: Bool {
    switch kind.returnedKind ?? kind {
    case .start, .stop, .allocationRequest, .changeRequest, .declaration: true
    default: false
    }
  }
}

/// The versions of the two schemas of a message (Standard: `CDT_XsdVersie`).
public struct SchemaVersion: Hashable, Sendable, Codable {
  /// The version of the basic schema (Standard: `BasisschemaXsdVersie`).
  public let basic: String
  /// The version of the schema of the message (Standard: `BerichtXsdVersie`).
  public let message: String

  /// A pair of schema versions, each of three parts.
  public init(basic: String, message: String) {
    self.basic = basic
    self.message = message
  }
}
