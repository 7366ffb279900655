import SaldoDomain
import SaldoLedger
import SaldoSettlement

extension MessagePayload {
  /// The payload of a settled message.
  init(
    _ booking: Booking, postings: PostingSummary, answer: DeclarationAnswer?, answerDigest: SaldoLedger.Digest?
  ) {
    let header = booking.message.header
    var outcome = Outcome.inForce
    var codes: [ReturnCode] = []
    var clients: [CodedPosition] = []
    var lines: [CodedPosition] = []
    var lineCount = 0
    var declared = Euros.zero
    var granted = Euros.zero
    if case .declaration(let declaration) = booking.message {
      lineCount = declaration.lines.count
      declared = declaration.lines.reduce(.zero) { $0 + $1.amount.signed }
      if case .judged(let judgement) = booking.decision {
        granted = judgement.granted(of: declaration)
        clients = judgement.clientCodes.sorted { $0.key < $1.key }.map { CodedPosition(position: $0, codes: $1) }
        lines = judgement.lineCodes.sorted { $0.key < $1.key }.map { CodedPosition(position: $0, codes: $1) }
      }
    }
    switch booking.decision {
    case .inForce: break
    case .notInForce(let findings):
      outcome = .notInForce
      for case let code? in findings.map(\.returnCode) where !codes.contains(code) { codes.append(code) }
    case .judged(let judgement):
      switch judgement.stage {
      case .header(let headerCodes): (outcome, codes) = (.header, headerCodes)
      case .declaration(let declarationCodes): (outcome, codes) = (.declaration, declarationCodes)
      case .lines: outcome = .lines
      }
    }
    self.init(
      kind: header.kind, domain: header.standard.domain, release: header.standard.release, outcome: outcome,
      codes: codes, lineCount: lineCount, clients: clients, lines: lines,
      findings: booking.decision.findings.map(FindingRecord.init), declaredCents: declared.cents,
      grantedCents: granted.cents, postings: postings,
      answer: answer.flatMap { answer in
        answerDigest.map {
          AnswerRecord(
            identification: answer.header.identification.string, styleSheetVersion: answer.styleSheetVersion,
            sha256: $0.hex)
        }
      })
  }
}
