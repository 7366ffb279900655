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
    self.ledger = ledger
    self.answers = answers
    self.asOf = asOf
    self.region = RegionContracts(region)
  }

  /// Whether a message with this header is settled: any that is not itself an answer of a municipality.
  public static func takes(_ header: MessageHeader) -> Bool {
    !MessageKind.answersOfMunicipality.contains(header.kind)
  }

  /// Books what fell due by date, then settles the messages of a reception, in its order.
  ///
  /// A message that the ledger took in before changes nothing; its answer is written again when it is missing.
  ///
  /// - Parameter progress: Called after each message with the number done and the total.
  /// - Throws: ``LedgerError``, ``RunError``.
  public func settle(
    _ reception: Reception, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> SettleResult {
    var result = SettleResult()
    result.isDryRun = answers == nil
    guard !reception.messages.isEmpty else { return result }
    if try !ledger.holds(region.snapshot) { try ledger.append(region.snapshot, asOf: asOf) }
    for day in try ledger.pendingDays(under: region, asOf: asOf) {
      result.days.append(try ledger.append(day, as: try ledger.nextNumber(), asOf: asOf).entry.number)
    }
    let settlement = Settlement(asOf: asOf, region: region, bookingMonth: try ledger.bookingMonth(asOf: asOf))
    for (index, message) in reception.messages.enumerated() {
      if let number = try take(message, under: settlement, into: &result) {
        result.count(try ledger.payload(of: number))
        try answers?.write(answerTo: number, of: ledger, reader: reader)
      }
      progress(index + 1, reception.messages.count)
    }
    return result
  }

  /// Settles and books one message, unless the ledger already has it; nil when it waits and is not taken in yet.
  private func take(
    _ received: ReceivedMessage, under settlement: Settlement, into result: inout SettleResult
  ) throws -> JournalNumber? {
    if let number = try ledger.message(withBytes: received.digest) {
      result.known.append(number)
      return number
    }
    let number = try ledger.nextNumber()
    let known = try ledger.workingSet(
      for: WorkingSetKeys(of: received.message), region: region.snapshot)
    let booking = settlement.settle(received.message, as: number, known: known)
    if case .held(let day, _) = booking.decision, case .declaration(let declaration) = received.message {
      result.held.append(
        SettleResult.Held(file: received.file, lines: declaration.lines.count, until: day))
      return nil
    }
    _ = try ledger.append(
      booking, as: number, asOf: asOf, raw: received.bytes, answer: booking.answer.map { writer.encode($0) })
    result.booked.append(number)
    return number
  }
}
