import SaldoDomain
import Synchronization

/// The journal numbers that the messages of a run will get if all goes as expected.
///
/// What is settled under a number that it does not get is settled again in its turn, so that a wrong one costs time only.
final class ExpectedNumbers: Sendable {
  private let numbers: [JournalNumber]
  /// How many messages turned out to be none.
  private let skipped = Mutex(0)

  /// - Parameters:
  ///   - first: The next number of the ledger.
  ///   - isKnown: Of each message in order, whether the ledger has it, so that it gets none.
  init(from first: JournalNumber, isKnown: [Bool]) {
    var next = first
    numbers = isKnown.map { isKnown in
      defer { next += isKnown ? 0 : 1 }
      return next
    }
  }

  /// The number of the message at a position, after what was skipped by now.
  subscript(position: Int) -> JournalNumber { numbers[position] - JournalNumber(skipped.withLock { $0 }) }

  /// Tells that a message gets no number.
  func skipOne() { skipped.withLock { $0 += 1 } }
}
