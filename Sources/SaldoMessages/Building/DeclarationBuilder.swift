internal import SaldoDomain

/// Collects a declaration (Standard: `Bericht` of 323).
struct DeclarationBuilder: MessageBuilder {
  private var header: HeaderBuilder
  private var number: ExactText?
  private var date: CalendarDate?
  private var clients: [DeclaredClient] = []
  private var lines: [DeliveryLine] = []
  private var sourceLines = DeclarationMessage.SourceLines()
  private var isIncomplete = false

  // The client that is being read.
  private var bsn: Bsn?
  private var bsnLine: Int32 = 0
  private var firstLine = 0

  // The period and the total of the declaration.
  private var begin: CalendarDate?
  private var end: CalendarDate?
  private var size: Euros?
  private var side: DebitCredit?

  private var line = LineBuilder()

  init(header: HeaderBuilder) { self.header = header }

  mutating func open(_ element: StandardElement, line: Int32) {
    switch element {
    case .client:
      bsn = nil
      firstLine = lines.count
    case .prestatie: self.line = LineBuilder(sourceLine: line)
    case .totaalIngediendBedrag: sourceLines.total = line
    default: header.open(element, line: line)
    }
  }

  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    if self.line.leaf(element, in: parent, value, line: line) { return }
    switch (parent, element) {
    case (.client, .bsn):
      bsn = value.bsn
      bsnLine = line
    case (.declaratie, .declaratieNummer):
      number = ExactText(value.string)
      sourceLines.number = line
    case (.declaratiePeriode, .begindatum):
      begin = value.date
      sourceLines.periodBegin = line
    case (.declaratiePeriode, .einddatum):
      end = value.date
      sourceLines.periodEnd = line
    case (.declaratie, .declaratieDagtekening):
      date = value.date
      sourceLines.date = line
    case (.totaalIngediendBedrag, .totaalBedrag): size = value.euros
    case (.totaalIngediendBedrag, .debetCredit): side = value.code(DebitCredit.words)
    default: _ = header.leaf(element, in: parent, value, line: line)
    }
  }

  mutating func close(_ element: StandardElement, in parent: StandardElement) {
    switch element {
    case .prestatie:
      guard let built = line.line(client: clients.count) else { return isIncomplete = true }
      lines.append(built)
    case .client:
      guard let bsn else { return isIncomplete = true }
      clients.append(DeclaredClient(bsn: bsn, lines: firstLine..<lines.count, sourceLine: bsnLine))
    default: break
    }
  }

  /// The head, or nil when not all of it was seen.
  func head() -> DeclarationHead? {
    guard let header = header.header(), let begin, let end else { return nil }
    return DeclarationHead(header: header, period: Period(begin: begin, end: end))
  }

  func message() -> Message? {
    guard !isIncomplete, let header = header.header(), let number, let begin, let end, let date, let size, let side
    else { return nil }
    return .declaration(
      DeclarationMessage(
        header: header, number: number, period: Period(begin: begin, end: end), date: date,
        total: StatedAmount(size: size, side: side), clients: clients, lines: lines, sourceLines: sourceLines))
  }
}
