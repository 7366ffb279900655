public import SaldoDomain

/// What a settle run did.
public struct SettleResult: Hashable, Sendable {
  /// The journal numbers of the messages that were booked, in order.
  public internal(set) var booked: [JournalNumber] = []
  /// The journal numbers of the messages that the ledger already held.
  public internal(set) var known: [JournalNumber] = []

  /// The declarations that wait for what the municipality still has to record, in order; they are not in the ledger.
  public internal(set) var held: [Held] = []

  /// A declaration that waits.
  public struct Held: Hashable, Sendable {
    /// The file.
    public let file: InputFile
    /// The day on which it is decided at the latest.
    public let until: CalendarDate
  }

  /// The journal numbers of all messages of the run, whether booked now or before, in order.
  public var messages: [JournalNumber] { (booked + known).sorted() }
}
