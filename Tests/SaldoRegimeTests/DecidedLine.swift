import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoStore

/// A declared line with what was decided on it, read back from the ledger.
struct DecidedLine {
  let entry: JournalNumber
  let header: MessageHeader
  let bsn: Bsn
  let line: DeliveryLine
  /// `accepted`, `rejected`, `not-assessed`, or `refused` or `held` with its message.
  let verdict: String
  let codes: [ReturnCode]
  let findings: [MessagePayload.FindingRecord]

  var granted: Euros { verdict == "accepted" ? line.amount.signed : .zero }
}

/// A finding of an entry, on a line, a product or a message.
struct RecordedFinding {
  let entry: JournalNumber
  let identification: String
  let reference: String
  let allocation: String
  let finding: MessagePayload.FindingRecord
}

/// What a ledger holds of messages, decoded again from their stored bytes.
struct LedgerContents {
  private(set) var lines: [DecidedLine] = []
  private(set) var findings: [RecordedFinding] = []
  private(set) var allocations: [AllocationMessage] = []
  private(set) var days: [(entry: JournalNumber, booking: DayBooking)] = []

  init(_ ledger: Ledger) throws {
    let reader = MessageReader()
    guard let last = try ledger.lastEntry()?.entry.number else { return }
    var messages: [(number: JournalNumber, message: Message, payload: MessagePayload)] = []
    for number in 1...last {
      guard let entry = try ledger.entry(number)?.entry else { continue }
      switch entry.kind {
      case .day: days += try ledger.dayPayload(of: number).bookings.map { (number, $0) }
      case .message:
        guard case .message(let message) = reader.read(try ledger.rawBytes(of: number)).result else { continue }
        messages.append((number, message, try ledger.payload(of: number)))
      case .decision:
        // What had waited has its last verdict here.
        let payload = try ledger.payload(of: number)
        guard let index = messages.firstIndex(where: { $0.number == payload.decides }) else { continue }
        messages[index].payload = payload
      case .region, .close: break
      }
    }
    for (number, message, payload) in messages { add(message, payload, number) }
  }

  private mutating func add(_ message: Message, _ payload: MessagePayload, _ number: JournalNumber) {
    var names: (line: [Int: String], allocation: [Int: String]) = ([:], [:])
    switch message {
    case .declaration(let declaration):
      for (position, line) in declaration.lines.enumerated() {
        names.line[position] = line.reference.string
        names.allocation[position] = "\(line.allocation)"
      }
      add(declaration, payload, number)
    case .allocation(let allocation):
      if payload.outcome == .inForce { allocations.append(allocation) }
      for (position, product) in allocation.products.enumerated() { names.allocation[position] = "\(product.number)" }
    default: break
    }
    findings += payload.findings.map { finding in
      let place = finding.line ?? finding.product
      return RecordedFinding(
        entry: number, identification: message.header.identification.string,
        reference: finding.line.flatMap { names.line[$0] } ?? "",
        allocation: place.flatMap { names.allocation[$0] } ?? "",
        finding: finding)
    }
  }

  private mutating func add(_ declaration: DeclarationMessage, _ payload: MessagePayload, _ number: JournalNumber) {
    let codes = Dictionary(uniqueKeysWithValues: payload.lines.map { ($0.position, $0.codes) })
    for (position, line) in declaration.lines.enumerated() {
      let rejected = codes[position]
      let verdict =
        payload.outcome == .held
        ? "held"
        : payload.outcome != .lines
          ? "refused"
          : rejected?.map(\.rawValue) == ["0233"] ? "not-assessed" : rejected == nil ? "accepted" : "rejected"
      lines.append(
        DecidedLine(
          entry: number, header: declaration.header, bsn: declaration.clients[line.client].bsn, line: line,
          verdict: verdict, codes: payload.outcome == .lines ? rejected ?? [] : payload.codes,
          findings: payload.findings.filter { $0.line == position }))
    }
  }
}
