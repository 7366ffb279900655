public import SaldoDomain

extension DeclarationAnswer {
  /// The answer to a declaration, as its judgement asks.
  ///
  /// Only rejected lines travel back, unchanged, under their clients; the granted total is the sum of the approved
  /// lines. Source: iStandaarden 3.2, IV087, IV088; Documentation/DeclarationGuide.md.
  ///
  /// - Parameters:
  ///   - identification: The journal number of the declaration, which also numbers the answer.
  ///   - date: The date of the answer.
  ///   - styleSheetVersion: The version of the style sheets that the answer names, when it names one.
  public init(
    to message: DeclarationMessage, _ judgement: Judgement, identification: JournalNumber, date: CalendarDate,
    styleSheetVersion: String? = nil
  ) {
    var header = message.header
    header.kind = .declarationAnswer
    header.identification = Self.identification(for: identification)
    header.date = date
    header.schemaVersion = SchemaVersion(basic: "1.0.0", message: "1.0.0")
    let codes: [ReturnCode]
    let declaration: Declaration?
    switch judgement.stage {
    case .header(let headerCodes):
      codes = headerCodes
      declaration = nil
    case .declaration(let declarationCodes):
      codes = [.noRemark]
      declaration = Declaration(
        number: message.number, claimed: message.total, granted: StatedAmount(signed: .zero), clients: [],
        codes: declarationCodes)
    case .lines:
      codes = [.noRemark]
      let clients = Self.rejectedClients(of: message, judgement)
      declaration = Declaration(
        number: message.number, claimed: message.total,
        granted: StatedAmount(signed: judgement.granted(of: message)), clients: clients,
        codes: [clients.isEmpty ? .grantedInFull : .noRemark])
    }
    self.init(
      header: header, declarationIdentification: message.header.identification, declarationDate: message.header.date,
      styleSheetVersion: styleSheetVersion, declarationSchemaVersion: message.header.schemaVersion, codes: codes,
      declaration: declaration)
  }

  /// The identification of the answer: the journal number of the declaration in twelve digits.
  static func identification(for number: JournalNumber) -> ExactText {
    let digits = String(number)
    return ExactText(String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits)
  }

  private static func rejectedClients(of message: DeclarationMessage, _ judgement: Judgement) -> [Client] {
    let positions = Set(judgement.lineCodes.keys.map { message.lines[$0].client }).sorted()
    return positions.map { position in
      let client = message.clients[position]
      let lines = client.lines.compactMap { line in
        judgement.lineCodes[line].map { Line(line: message.lines[line], codes: $0) }
      }
      return Client(bsn: client.bsn, lines: lines, codes: judgement.clientCodes[position] ?? [.noRemark])
    }
  }
}

extension Judgement {
  /// The sum of the approved lines, debit minus credit.
  public func granted(of message: DeclarationMessage) -> Euros {
    guard stage == .lines else { return .zero }
    return lineCodes.keys.reduce(message.sumOfLines) { $0 - message.lines[$1].amount.signed }
  }
}
