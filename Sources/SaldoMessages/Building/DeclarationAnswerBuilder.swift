internal import SaldoDomain

/// Collects the answer to a declaration (Standard: `Bericht` of 325).
struct DeclarationAnswerBuilder: MessageBuilder {
  private var header: HeaderBuilder
  private var identification: ExactText?
  private var date: CalendarDate?
  private var styleSheetVersion: String?
  private var basicVersion = ""
  private var messageVersion = ""
  /// The codes that were read last; every class takes them when it ends, because its codes stand last in it.
  private var codes: [ReturnCode] = []
  private var headerCodes: [ReturnCode] = []

  private var number: ExactText?
  private var size: Euros?
  private var side: DebitCredit?
  private var claimed: StatedAmount?
  private var granted: StatedAmount?
  private var clients: [DeclarationAnswer.Client] = []
  private var declaration: DeclarationAnswer.Declaration?
  private var declarationLine: Int32 = 0
  private var sourceLines = DeclarationAnswer.SourceLines()
  private var isIncomplete = false

  // The client and the line that are being read.
  private var bsn: Bsn?
  private var bsnLine: Int32 = 0
  private var lines: [DeclarationAnswer.Line] = []
  private var line = LineBuilder()

  init(header: HeaderBuilder) { self.header = header }

  mutating func open(_ element: StandardElement, line: Int32) {
    switch element {
    case .declaratieIdentificatie: sourceLines.declarationIdentification = line
    case .xsdVersieDeclaratie: sourceLines.declarationSchemaVersion = line
    case .declaratieAntwoord: declarationLine = line
    case .totaalIngediendBedrag: sourceLines.claimed = line
    case .totaalToegekendBedrag: sourceLines.granted = line
    case .client: (bsn, lines) = (nil, [])
    case .prestatie: self.line = LineBuilder(sourceLine: line)
    case .retourCodes: codes = []
    default: header.open(element, line: line)
    }
  }

  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    if self.line.leaf(element, in: parent, value, line: line) { return }
    switch (parent, element) {
    case (_, .retourCode): codes.append(ReturnCode(rawValue: value.string))
    case (.declaratieIdentificatie, .identificatie): identification = ExactText(value.string)
    case (.declaratieIdentificatie, .dagtekening): date = value.date
    case (.header, .xsltVersie): styleSheetVersion = value.string
    case (.xsdVersieDeclaratie, .basisschemaXsdVersie): basicVersion = value.string
    case (.xsdVersieDeclaratie, .berichtXsdVersie): messageVersion = value.string
    case (.declaratieAntwoord, .declaratieNummer):
      number = ExactText(value.string)
      sourceLines.number = line
    case (_, .totaalBedrag): size = value.euros
    case (_, .debetCredit): side = value.code(DebitCredit.words)
    case (.client, .bsn):
      bsn = value.bsn
      bsnLine = line
    default: _ = header.leaf(element, in: parent, value, line: line)
    }
  }

  mutating func close(_ element: StandardElement, in parent: StandardElement) {
    switch element {
    case .header: headerCodes = codes
    case .totaalIngediendBedrag: claimed = total
    case .totaalToegekendBedrag: granted = total
    case .prestatie:
      guard let built = line.line(client: clients.count) else { return isIncomplete = true }
      lines.append(DeclarationAnswer.Line(line: built, codes: codes))
    case .client:
      guard let bsn else { return isIncomplete = true }
      clients.append(DeclarationAnswer.Client(bsn: bsn, lines: lines, codes: codes, sourceLine: bsnLine))
    case .declaratieAntwoord:
      guard let number, let claimed, let granted else { return isIncomplete = true }
      declaration = DeclarationAnswer.Declaration(
        number: number, claimed: claimed, granted: granted, clients: clients, codes: codes,
        sourceLine: declarationLine)
    default: break
    }
  }

  func message() -> Message? {
    guard !isIncomplete, let header = header.header(), let identification, let date else { return nil }
    var answer = DeclarationAnswer(
      header: header, declarationIdentification: identification, declarationDate: date,
      styleSheetVersion: styleSheetVersion,
      declarationSchemaVersion: SchemaVersion(basic: basicVersion, message: messageVersion), codes: headerCodes,
      declaration: declaration)
    answer.sourceLines = sourceLines
    return .declarationAnswer(answer)
  }

  private var total: StatedAmount? {
    guard let size, let side else { return nil }
    return StatedAmount(size: size, side: side)
  }
}
