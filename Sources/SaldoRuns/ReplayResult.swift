public import SaldoDomain
public import SaldoLedger

/// What a replay found.
public struct ReplayResult: Hashable, Sendable {
  /// The number of entries that were compared.
  public var entries = 0
  /// The number of messages among them.
  public var messages = 0
  /// What differs, in the order of the journal; empty when the replay is identical.
  public var differences: [ReplayDifference] = []
}

/// One difference between what was recorded and what a replay gives.
public struct ReplayDifference: Hashable, Sendable {
  /// The entry.
  public let entry: JournalNumber
  /// What differs.
  public let kind: Kind

  /// A difference at an entry.
  public init(entry: JournalNumber, kind: Kind) {
    self.entry = entry
    self.kind = kind
  }

  /// The kinds of differences.
  public enum Kind: Hashable, Sendable {
    /// What the ledger stored of the entry cannot be read, so the replay stops here.
    case unreadable
    /// The stored bytes are not those that were taken in.
    case raw
    /// The declaration as a whole was decided otherwise.
    case outcome(recorded: MessagePayload.Outcome, replayed: MessagePayload.Outcome)
    /// A line got other codes; no codes mean that it is approved.
    case line(position: Int, recorded: [ReturnCode], replayed: [ReturnCode])
    /// The granted amount differs.
    case granted(recorded: Euros, replayed: Euros)
    /// Postings were added or taken away.
    case postings(recorded: Int, replayed: Int, differing: Int)
    /// What fell due on a day differs; of a day that was never booked nothing is recorded.
    case day(CalendarDate, recorded: Int, replayed: Int)
    /// A table of the register is not what the journal makes of it; the entry is the last one.
    case register(table: String)
    /// Something else in the decision differs: a code at a class, a finding or the answer.
    case decision
  }

  /// The differences between two decisions on one message.
  static func between(
    _ recorded: MessagePayload, _ replayed: MessagePayload, entry: JournalNumber
  ) -> [ReplayDifference] {
    guard recorded != replayed else { return [] }
    var kinds: [Kind] = []
    if recorded.outcome != replayed.outcome {
      kinds.append(.outcome(recorded: recorded.outcome, replayed: replayed.outcome))
    }
    let before = Dictionary(uniqueKeysWithValues: recorded.lines.map { ($0.position, $0.codes) })
    let after = Dictionary(uniqueKeysWithValues: replayed.lines.map { ($0.position, $0.codes) })
    for position in Set(before.keys).union(after.keys).sorted() {
      let (old, new) = (before[position] ?? [], after[position] ?? [])
      if old != new { kinds.append(.line(position: position, recorded: old, replayed: new)) }
    }
    if recorded.grantedCents != replayed.grantedCents {
      kinds.append(
        .granted(
          recorded: Euros(cents: recorded.grantedCents), replayed: Euros(cents: replayed.grantedCents)))
    }
    if kinds.isEmpty { kinds = [.decision] }
    return kinds.map { ReplayDifference(entry: entry, kind: $0) }
  }

  /// The difference between the postings of one message, if there is one.
  static func between(postings recorded: [String], _ replayed: [String], entry: JournalNumber) -> [ReplayDifference] {
    guard recorded != replayed else { return [] }
    let differing = Set(recorded).symmetricDifference(replayed).count
    return [
      ReplayDifference(
        entry: entry,
        kind: .postings(recorded: recorded.count, replayed: replayed.count, differing: differing))
    ]
  }
}
