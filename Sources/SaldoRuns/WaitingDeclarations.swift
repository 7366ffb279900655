import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoSettlement
import SaldoStore

/// The declarations of a ledger that wait, judged again with what is known now (aangehouden declaraties).
///
/// Each as of its own receipt: its hold counts from that day, its numbers are new over what came in before it, and it is
/// judged before what waits after it.
struct WaitingDeclarations {
  let ledger: Ledger
  let settlement: Settlement
  private let reader = MessageReader()
  private let writer = MessageWriter()

  /// The declarations of a ledger.
  init(in ledger: Ledger, _ settlement: Settlement) {
    self.ledger = ledger
    self.settlement = settlement
  }

  /// What a declaration that waits comes to now; it may wait on.
  ///
  /// - Throws: ``RunError/unreadableMessage(entry:)``, ``LedgerError``.
  func booking(of number: JournalNumber) throws -> Booking {
    guard let entry = try ledger.entry(number)?.entry,
      let message = reader.read(try ledger.rawBytes(of: number)).message
    else { throw RunError.unreadableMessage(entry: number) }
    let known = try ledger.workingSet(
      for: WorkingSetKeys(of: message), region: settlement.region?.snapshot, deciding: number)
    return settlement.settle(message, as: number, known: known, receivedOn: entry.asOf)
  }

  /// Books the decision on a declaration that waits.
  func append(_ booking: Booking, deciding number: JournalNumber) throws {
    try ledger.append(
      booking, deciding: number, as: try ledger.nextNumber(), asOf: settlement.asOf,
      answer: booking.answer.map { writer.encode($0) })
  }

  /// Decides each that need not wait any more, in order of receipt.
  ///
  /// - Returns: What was decided, by journal number.
  func decide() throws -> [JournalNumber: Booking] {
    var decided: [JournalNumber: Booking] = [:]
    for number in try ledger.waiting() {
      let booking = try booking(of: number)
      if case .held = booking.decision { continue }
      try append(booking, deciding: number)
      decided[number] = booking
    }
    return decided
  }
}
