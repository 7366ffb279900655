public import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoSettlement
public import SaldoStore

/// Settles received messages into a ledger: settle and book one after the other, and answer each.
public struct SettleRun {
  private let ledger: Ledger
  private let answers: AnswerFolder?
  private let asOf: CalendarDate
  private let region: RegionContracts
  private let reader = MessageReader()
  private let writer = MessageWriter()

  /// A run that books into a ledger under a region's contracts.
  ///
  /// - Parameter answers: Where the answers are written; nil for a dry run, which writes none.
  /// - Throws: ``RunError/asOfBeforeLedger(last:)`` when the ledger already holds a later day; ``LedgerError``.
  public init(into ledger: Ledger, region: RegionSnapshot, asOf: CalendarDate, answers: AnswerFolder?) throws {
    if let last = try ledger.lastEntry()?.entry.asOf, asOf < last { throw RunError.asOfBeforeLedger(last: last) }
    let codes = Set(region.municipalities.map(\.code))
    if let held = try ledger.heldFigures().first(where: { !codes.contains($0.municipality) }) {
      throw RunError.regionWithout(municipality: held.municipality)
    }
    self.ledger = ledger
    self.answers = answers
    self.asOf = asOf
    self.region = RegionContracts(region)
  }

  /// Whether a message with this header is settled: any that is not itself an answer of a municipality.
  public static func takes(_ header: MessageHeader) -> Bool {
    !MessageKind.answersOfMunicipality.contains(header.kind)
  }

  /// Books what fell due by date, then settles the messages of a reception, in its order; declarations that wait are
  /// decided before those that came in now.
  ///
  /// Without messages that is all there is to do, and a new ledger stays empty. A message that the ledger took in before
  /// changes nothing; its answer is written again when it is missing, and so are those of what was decided after a hold
  /// on the as-of date.
  ///
  /// - Parameter progress: Called after each message with the number done and the total.
  /// - Throws: ``LedgerError``, ``RunError``.
  public func settle(
    _ reception: Reception, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> SettleResult {
    var result = SettleResult()
    result.isDryRun = answers == nil
    guard try !reception.messages.isEmpty || ledger.lastEntry() != nil else { return result }
    if try !ledger.holds(region.snapshot) { try ledger.append(region.snapshot, asOf: asOf) }
    for day in try ledger.pendingDays(under: region, asOf: asOf) {
      result.days.append(try ledger.append(day, as: try ledger.nextNumber(), asOf: asOf).entry.number)
    }
    let settlement = Settlement(asOf: asOf, region: region, bookingMonth: try ledger.bookingMonth(asOf: asOf))
    let declarations = reception.messages.firstIndex { $0.message.header.kind == .declaration }
    for (index, message) in reception.messages.enumerated() {
      if index == declarations { try decide(under: settlement, into: &result) }
      try take(message, under: settlement, into: &result)
      progress(index + 1, reception.messages.count)
    }
    if declarations == nil { try decide(under: settlement, into: &result) }
    result.held = try ledger.heldFigures()
    for number in result.messages {
      if let deciding = try ledger.decidingEntry(of: number) { result.count(try MessagePayload(deciding)) }
    }
    return result
  }

  /// Decides what need not wait any more, and answers all that was decided after a hold on this day.
  private func decide(under settlement: Settlement, into result: inout SettleResult) throws {
    _ = try WaitingDeclarations(in: ledger, settlement).decide()
    result.decided = try ledger.heldFigures(decidedOn: asOf)
    for held in result.decided { try answers?.write(answerTo: held.entry, of: ledger, reader: reader) }
  }

  /// Settles, books and answers one message, unless the ledger already has it; then it is only answered.
  private func take(
    _ received: ReceivedMessage, under settlement: Settlement, into result: inout SettleResult
  ) throws {
    if let number = try ledger.message(withBytes: received.digest) {
      result.known.append(number)
      try answers?.write(answerTo: number, of: ledger, reader: reader)
      return
    }
    let number = try ledger.nextNumber()
    let known = try ledger.workingSet(
      for: WorkingSetKeys(of: received.message), region: region.snapshot)
    let booking = settlement.settle(received.message, as: number, known: known)
    _ = try ledger.append(
      booking, as: number, asOf: asOf, raw: received.bytes, answer: booking.answer.map { writer.encode($0) })
    result.booked.append(number)
    try answers?.write(answerTo: number, of: ledger, reader: reader)
  }
}
