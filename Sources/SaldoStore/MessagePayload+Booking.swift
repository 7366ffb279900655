import SaldoDomain
import SaldoLedger
import SaldoSettlement

extension MessagePayload {
  /// The payload of a settled message.
  ///
  /// - Parameter decides: The number of the declaration, when it had waited.
  init(
    _ booking: Booking, decides: JournalNumber? = nil, postings: PostingSummary, answerDigest: SaldoLedger.Digest?
  ) {
    let header = booking.message.header
    var outcome = Outcome.inForce
    var codes: [ReturnCode] = []
    var clients: [CodedPosition] = []
    var lines: [CodedPosition] = []
    var products: [CodedPosition] = []
    var lineCount = 0
    var until: CalendarDate?
    var declared = Euros.zero
    var granted = Euros.zero
    if case .declaration(let declaration) = booking.message {
      lineCount = declaration.lines.count
      declared = declaration.sumOfLines
      if let judgement = booking.decision.judgement {
        clients = judgement.clientCodes.sorted { $0.key < $1.key }.map { CodedPosition(position: $0, codes: $1) }
        lines = judgement.lineCodes.sorted { $0.key < $1.key }.map { CodedPosition(position: $0, codes: $1) }
      }
    }
    switch booking.decision {
    case .inForce(let findings):
      if case .returned(let message) = booking.message { codes = message.distinctCodes }
      if case .allocation = booking.message { codes = Refusal(findings)?.codes ?? [] }
    case .notInForce:
      outcome = .notInForce
      if let refusal = booking.decision.refusal {
        codes = refusal.codes
        products = refusal.products.sorted { $0.key < $1.key }.map { CodedPosition(position: $0, codes: $1) }
      }
    case .judged(let judgement):
      if case .declaration(let declaration) = booking.message { granted = judgement.granted(of: declaration) }
      switch judgement.stage {
      case .header(let headerCodes): (outcome, codes) = (.header, headerCodes)
      case .declaration(let declarationCodes): (outcome, codes) = (.declaration, declarationCodes)
      case .lines: outcome = .lines
      }
    case .held(let day, _): (outcome, until) = (.held, day)
    }
    self.init(
      kind: header.kind, domain: header.standard.domain, release: header.standard.release, outcome: outcome,
      codes: codes, lineCount: lineCount, clients: clients, lines: lines,
      products: products.isEmpty ? nil : products, findings: booking.decision.findings.map(FindingRecord.init),
      declaredCents: declared.cents,
      grantedCents: granted.cents, postings: postings,
      answer: booking.answer.flatMap { answer in
        answerDigest.map {
          AnswerRecord(
            identification: answer.ownIdentification.string, styleSheetVersion: answer.styleSheetVersion,
            sha256: $0.hex)
        }
      }, until: until, decides: decides)
  }
}

extension ReturnMessage {
  /// The codes that it brings, each once, sorted; those that say nothing (0200, 0233) are left out.
  fileprivate var distinctCodes: [ReturnCode] {
    let all = codes + (content?.codes.values.flatMap(\.self) ?? [])
    return Set(all).subtracting([.noRemark, .notAssessed]).sorted()
  }
}
