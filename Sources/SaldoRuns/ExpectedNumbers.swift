import SaldoDomain
import Synchronization

/// The journal numbers that the messages of a run will get if all goes as expected.
///
/// What is settled under a number that it does not get is settled again in its turn, so that a wrong one costs time only.
final class ExpectedNumbers: Sendable {
  private let numbers: [JournalNumber]
  /// Of each message the position of the last one before it with the same sender and receiver that gets a number.
  private let predecessors: [Int?]
  /// How many messages turned out to be none.
  private let skipped = Mutex(0)

  /// - Parameters:
  ///   - first: The next number of the ledger.
  ///   - places: The places of the messages, in order.
  ///   - isKnown: Of each message in order, whether the ledger has it, so that it gets none.
  init(from first: JournalNumber, at places: some Sequence<CanonicalPlace>, isKnown: [Bool]) {
    var last: [UInt64: Int] = [:]
    predecessors = zip(places, isKnown).enumerated().map { position, message in
      guard !message.1 else { return nil }
      let (sender, receiver) = message.0.parties
      let parties = UInt64(sender) << 32 | UInt64(receiver)
      defer { last[parties] = position }
      return last[parties]
    }
    var next = first
    numbers = isKnown.map { isKnown in
      defer { next += isKnown ? 0 : 1 }
      return next
    }
  }

  /// The number of the message at a position, after what was skipped by now.
  subscript(position: Int) -> JournalNumber { numbers[position] - JournalNumber(skipped.withLock { $0 }) }

  /// The number of the last message before the one at a position that has the same sender and receiver; nil when there is
  /// none.
  func predecessor(of position: Int) -> JournalNumber? { predecessors[position].map { self[$0] } }

  /// Tells that a message gets no number.
  func skipOne() { skipped.withLock { $0 += 1 } }
}
