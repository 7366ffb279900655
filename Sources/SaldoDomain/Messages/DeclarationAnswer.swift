/// The answer to a declaration (declaratie-antwoordbericht, 325).
///
/// It holds what was not granted: rejected lines with their codes, under their clients. Source: iStandaarden 3.2,
/// IV087 and IV088.
public struct DeclarationAnswer: Hashable, Sendable {
  /// The header of the answer; the municipality sends it.
  public var header: MessageHeader
  /// The number of the declaration message (Standard: `DeclaratieIdentificatie/Identificatie`).
  public var declarationIdentification: ExactText
  /// The date of the declaration message (Standard: `DeclaratieIdentificatie/Dagtekening`).
  public var declarationDate: CalendarDate
  /// The version of the style sheets that judged the declaration; nil when none did (Standard: `XsltVersie`).
  public var styleSheetVersion: String?
  /// The schema versions of the declaration (Standard: `XsdVersieDeclaratie`).
  public var declarationSchemaVersion: SchemaVersion
  /// The codes at the header, never empty (Standard: `Header/RetourCodes`).
  public var codes: [ReturnCode]
  /// The answer on the declaration; nil when the header is rejected (Standard: `DeclaratieAntwoord`).
  public var declaration: Declaration?
  /// Where the elements stood in the file.
  public var sourceLines = SourceLines()

  /// Source lines of the answer, 1-based; 0 when unknown.
  public struct SourceLines: Hashable, Sendable {
    /// The line of `DeclaratieIdentificatie`.
    public var declarationIdentification: Int32 = 0
    /// The line of `XsdVersieDeclaratie`.
    public var declarationSchemaVersion: Int32 = 0
    /// The line of `DeclaratieNummer`.
    public var number: Int32 = 0
    /// The line of `TotaalIngediendBedrag`.
    public var claimed: Int32 = 0
    /// The line of `TotaalToegekendBedrag`.
    public var granted: Int32 = 0

    /// Lines that are not known.
    public init() {}
  }

  /// The answer on the declaration as a whole (Standard: `DeclaratieAntwoord`).
  public struct Declaration: Hashable, Sendable {
    /// The number of the declaration (Standard: `DeclaratieNummer`).
    public var number: ExactText
    /// The total as the sender stated it (Standard: `TotaalIngediendBedrag`).
    public var claimed: StatedAmount
    /// The total of the approved lines (Standard: `TotaalToegekendBedrag`).
    public var granted: StatedAmount
    /// The clients with rejected lines, in message order.
    public var clients: [Client]
    /// The codes at the declaration, never empty.
    public var codes: [ReturnCode]
    /// The line of `DeclaratieAntwoord` in the file, 1-based.
    public var sourceLine: Int32

    /// An answer with these values.
    public init(
      number: ExactText, claimed: StatedAmount, granted: StatedAmount, clients: [Client], codes: [ReturnCode],
      sourceLine: Int32 = 0
    ) {
      self.number = number
      self.claimed = claimed
      self.granted = granted
      self.clients = clients
      self.codes = codes
      self.sourceLine = sourceLine
    }
  }

  /// A client with rejected lines (Standard: `Client`).
  public struct Client: Hashable, Sendable {
    /// The client's BSN.
    public var bsn: Bsn
    /// The rejected lines, in message order; never empty.
    public var lines: [Line]
    /// The codes at the client, never empty.
    public var codes: [ReturnCode]
    /// The line of `Bsn` in the file, 1-based.
    public var sourceLine: Int32

    /// A client with rejected lines.
    public init(bsn: Bsn, lines: [Line], codes: [ReturnCode], sourceLine: Int32 = 0) {
      self.bsn = bsn
      self.lines = lines
      self.codes = codes
      self.sourceLine = sourceLine
    }
  }

  /// A rejected line, copied unchanged (TR366, TR367), with its codes (Standard: `Prestatie`).
  public struct Line: Hashable, Sendable {
    /// The line as it was declared. In an answer that was read, ``DeliveryLine/client`` is the position of the client in
    /// the answer.
    public var line: DeliveryLine
    /// Why it was rejected, never empty.
    public var codes: [ReturnCode]

    /// A rejected line with its codes.
    public init(line: DeliveryLine, codes: [ReturnCode]) {
      self.line = line
      self.codes = codes
    }
  }

  /// An answer with these values.
  public init(
    header: MessageHeader, declarationIdentification: ExactText, declarationDate: CalendarDate,
    styleSheetVersion: String? = nil, declarationSchemaVersion: SchemaVersion, codes: [ReturnCode],
    declaration: Declaration?
  ) {
    self.header = header
    self.declarationIdentification = declarationIdentification
    self.declarationDate = declarationDate
    self.styleSheetVersion = styleSheetVersion
    self.declarationSchemaVersion = declarationSchemaVersion
    self.codes = codes
    self.declaration = declaration
  }
}
