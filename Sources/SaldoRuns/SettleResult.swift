public import SaldoDomain

/// What a settle run did.
public struct SettleResult: Hashable, Sendable {
  /// The journal numbers of the messages that were booked, in order.
  public internal(set) var booked: [JournalNumber] = []
  /// The journal numbers of the messages that the ledger already held.
  public internal(set) var known: [JournalNumber] = []

  /// The journal numbers of the days that were booked, in order.
  public internal(set) var days: [JournalNumber] = []

  /// The journal numbers of all messages of the run, whether booked now or before, in order.
  public var messages: [JournalNumber] { (booked + known).sorted() }
}
