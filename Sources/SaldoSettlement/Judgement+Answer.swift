public import SaldoDomain
import SaldoLedger
import SaldoRules

extension DeclarationAnswer {
  /// The codes by which the message as a whole, or the declaration, was refused; empty when its lines were judged.
  public var refusalCodes: [ReturnCode] {
    (codes + (declaration?.codes ?? [])).filter { $0 != .noRemark && $0 != .grantedInFull }
  }
}

extension Judgement {
  /// What the municipality decided on a declaration, as its answer (325) tells it. It has no findings.
  ///
  /// Source: iStandaarden 3.2, IV087, IV088. The answer must fit the declaration (TR337, TR366).
  public init(of message: DeclarationMessage, decidedBy answer: DeclarationAnswer) {
    guard let declaration = answer.declaration else {
      self.init(stage: .header(answer.codes))
      return
    }
    guard answer.refusalCodes.isEmpty else {
      self.init(stage: .declaration(answer.refusalCodes))
      return
    }
    self.init(stage: .lines)
    let lines = DeclaredLines(of: message)
    for client in declaration.clients {
      for returned in client.lines {
        let open = lines.matching(returned.line, of: client.bsn).filter { lineCodes[$0] == nil }
        // Of two lines with one reference it is the one that repeats all the rest.
        let position = open.first { message.lines[$0].repeats(returned.line) } ?? open.first
        if let position { lineCodes[position] = returned.codes }
      }
      if let position = message.clients.firstIndex(where: { $0.bsn == client.bsn }), client.codes != [.noRemark] {
        clientCodes[position] = client.codes
      }
    }
  }
}

extension Booking {
  /// A declaration booked as the municipality decided on it, for what a provider knows of its own declarations.
  ///
  /// Its lines count as approved or rejected, its credits undo their debits, and what was approved is posted as declared,
  /// so that ceilings count it. Under which agreement is the municipality's to say.
  ///
  /// - Parameters:
  ///   - number: The journal number that the message gets.
  ///   - known: What was known before, as far as the message touches it.
  public init(
    of message: DeclarationMessage, decidedBy answer: DeclarationAnswer, as number: JournalNumber,
    on asOf: CalendarDate,
    known: WorkingSet
  ) {
    let judgement = Judgement(of: message, decidedBy: answer)
    var posting = PostingRun(
      of: message, as: number, asOf: asOf, receivedOn: asOf, bookingMonth: asOf.month, region: nil, known: known)
    var signalled = judgement
    let approved = message.lines.indices.filter(judgement.approves)
    for position in approved.filter({ message.lines[$0].isCredit }) + approved.filter({ !message.lines[$0].isCredit }) {
      posting.take(message.lines[position], at: position, on: nil, under: nil, into: &signalled)
    }
    self.init(
      message: .declaration(message), decision: .judged(judgement), linePostings: posting.postings,
      reversals: posting.reversals, answer: nil)
  }
}

extension DeliveryLine {
  /// Whether another line says the same, wherever it stands in its message.
  fileprivate func repeats(_ other: DeliveryLine) -> Bool {
    var other = other
    other.client = client
    other.sourceLines = sourceLines
    return self == other
  }
}
