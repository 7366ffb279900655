/// A declaration of the care that a provider delivered (declaratiebericht, 323).
///
/// The lines of all clients stand in one contiguous array in message order; a client names its range. A declaration
/// holds one client at least, and a client one line at least.
public struct DeclarationMessage: Hashable, Sendable {
  /// The header.
  public var header: MessageHeader
  /// The provider's number of the declaration (Standard: `DeclaratieNummer`).
  public var number: ExactText
  /// The calendar month in which the declaration is made (Standard: `DeclaratiePeriode`).
  public var period: Period
  /// The date of the declaration (Standard: `DeclaratieDagtekening`).
  public var date: CalendarDate
  /// The total as the sender states it: debit minus credit (Standard: `TotaalIngediendBedrag`).
  public var total: StatedAmount
  /// The clients, in message order (Standard: `Clienten/Client`).
  public var clients: [DeclaredClient]
  /// The lines of all clients, in message order (Standard: `Prestaties/Prestatie`).
  public var lines: [DeliveryLine]
  /// Where the elements stood in the file.
  public var sourceLines: SourceLines

  /// Source lines of the declaration class, 1-based.
  public struct SourceLines: Hashable, Sendable {
    /// The line of `DeclaratieNummer`.
    public var number: Int32 = 0
    /// The line of `DeclaratiePeriode/Begindatum`.
    public var periodBegin: Int32 = 0
    /// The line of `DeclaratiePeriode/Einddatum`.
    public var periodEnd: Int32 = 0
    /// The line of `DeclaratieDagtekening`.
    public var date: Int32 = 0
    /// The line of `TotaalIngediendBedrag`.
    public var total: Int32 = 0

    /// Lines that are not known.
    public init() {}
  }

  /// A declaration with these values.
  public init(
    header: MessageHeader, number: ExactText, period: Period, date: CalendarDate, total: StatedAmount,
    clients: [DeclaredClient], lines: [DeliveryLine], sourceLines: SourceLines = SourceLines()
  ) {
    self.header = header
    self.number = number
    self.period = period
    self.date = date
    self.total = total
    self.clients = clients
    self.lines = lines
    self.sourceLines = sourceLines
  }

  /// The sum of its lines: debit minus credit.
  public var sumOfLines: Euros {
    // By position: a loop over the lines themselves would copy each.
    lines.indices.reduce(.zero) { $0 + lines[$1].amount.signed }
  }
}

/// An amount as a message states it: a size and a side (Standard: `CDT_BedragMetDC`, `CDT_TotaalBedragMetDC`).
///
/// Zero with `C` is representable, because a sender can write it; rule CS325 reports it.
public struct StatedAmount: Hashable, Sendable, Codable {
  /// The size, never negative (Standard: `Bedrag`, `TotaalBedrag`).
  public let size: Euros
  /// The side (Standard: `DebetCredit`).
  public let side: DebitCredit

  /// An amount of a size on a side.
  public init(size: Euros, side: DebitCredit) {
    self.size = size
    self.side = side
  }

  /// The amount that a signed sum is written as: the standard writes zero on the debit side (CS325).
  public init(signed amount: Euros) {
    self.init(size: Euros(cents: abs(amount.cents)), side: amount < .zero ? .credit : .debit)
  }

  /// The amount with its sign: debit positive, credit negative.
  public var signed: Euros { side == .debit ? size : -size }
}

/// A client of a declaration (Standard: `Client`).
public struct DeclaredClient: Hashable, Sendable {
  /// The client's BSN (Standard: `Bsn`).
  public var bsn: Bsn
  /// The positions of the client's lines in ``DeclarationMessage/lines``; never empty.
  public var lines: Range<Int>
  /// The line of `Bsn` in the file, 1-based.
  public var sourceLine: Int32

  /// A client with a range of lines.
  public init(bsn: Bsn, lines: Range<Int>, sourceLine: Int32 = 0) {
    self.bsn = bsn
    self.lines = lines
    self.sourceLine = sourceLine
  }
}
