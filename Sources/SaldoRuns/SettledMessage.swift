import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoSettlement

/// A message that was settled, with the answer to it as it is sent.
struct SettledMessage: Sendable {
  /// What settling it came to.
  let booking: Booking
  /// The bytes of the answer; nil when there is none.
  let answer: [UInt8]?

  /// Settles a message under the journal number that it gets, with what was known before.
  init(_ message: Message, as number: JournalNumber, known: WorkingSet, under settlement: Settlement) {
    booking = settlement.settle(message, as: number, known: known)
    answer = booking.answer.map { MessageWriter().encode($0) }
  }

  private init(_ booking: Booking, answer: [UInt8]?) {
    self.booking = booking
    self.answer = answer
  }

  /// The message as it is settled when something else was used of the ceilings; nil when all of it must be settled again.
  ///
  /// Ceilings only signal, so that the answer stays as it is.
  func again(with ceilings: [CeilingUse], under settlement: Settlement) -> SettledMessage? {
    settlement.settledAgain(booking, ceilings: ceilings).map { SettledMessage($0, answer: answer) }
  }
}
