public import SaldoDomain
import SaldoLedger

/// What a settle run did.
public struct SettleResult: Hashable, Sendable {
  /// The journal numbers of the messages that were booked, in order.
  public internal(set) var booked: [JournalNumber] = []
  /// The journal numbers of the messages that the ledger already held.
  public internal(set) var known: [JournalNumber] = []
  /// How many lines were rejected with each code, over all messages of the run; a line with two codes counts twice.
  public internal(set) var lineCodes: [ReturnCode: Int] = [:]
  /// How many declarations were rejected as a whole with each code, likewise.
  public internal(set) var declarationCodes: [ReturnCode: Int] = [:]
  /// Whether the run was a trial, which writes no answers.
  public internal(set) var isDryRun = false

  /// The declarations that wait for what the municipality still has to record, in order; they are not in the ledger.
  public internal(set) var held: [Held] = []

  /// A declaration that waits.
  public struct Held: Hashable, Sendable {
    /// The file.
    public let file: InputFile
    /// The number of its lines.
    public let lines: Int
    /// The last day of the hold, counted from the as-of date of this run, because an earlier receipt is not kept.
    public let until: CalendarDate
  }

  /// The journal numbers of the days that were booked, in order.
  public internal(set) var days: [JournalNumber] = []

  /// The journal numbers of all messages of the run, whether booked now or before, in order.
  public var messages: [JournalNumber] { (booked + known).sorted() }

  /// Counts the codes of a declaration; other messages have no lines.
  mutating func count(_ decided: MessagePayload) {
    switch decided.outcome {
    case .lines: for code in decided.lines.flatMap({ Set($0.codes) }) { lineCodes[code, default: 0] += 1 }
    case .header, .declaration: for code in Set(decided.codes) { declarationCodes[code, default: 0] += 1 }
    case .inForce, .notInForce: break
    }
  }
}
