public import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoSettlement
public import SaldoStore

/// Runs again, in memory, what a ledger recorded, and compares decision by decision and posting by posting (naspelen).
///
/// Everything comes from the ledger: contracts, messages and as-of dates. Nothing is written.
public struct ReplayRun {
  private let ledger: Ledger
  private let reader = MessageReader()
  private let writer = MessageWriter()

  /// A replay of a ledger.
  public init(of ledger: Ledger) { self.ledger = ledger }

  /// Replays the whole ledger and reports the differences of the entries that were booked in the months.
  ///
  /// Earlier entries are always run, because later ones rest on them.
  ///
  /// - Throws: ``LedgerError``.
  public func replay(from: CalendarMonth? = nil, until: CalendarMonth? = nil) throws -> ReplayResult {
    var result = ReplayResult()
    let copy = try Ledger()
    var region: RegionContracts?
    let last = try ledger.lastEntry()?.entry.number ?? 0
    for number in 1..<(last + 1) {
      guard let stored = try ledger.entry(number) else {
        result.differences.append(ReplayDifference(entry: number, kind: .unreadable))
        return result
      }
      let month = stored.entry.asOf.month
      let isCompared = month >= (from ?? month) && month <= (until ?? month)
      guard let differences = try replay(stored, into: copy, region: &region) else {
        result.differences.append(ReplayDifference(entry: number, kind: .unreadable))
        return result
      }
      if isCompared {
        result.entries += 1
        if stored.entry.kind == .message { result.messages += 1 }
        result.differences += differences
      }
    }
    if from == nil, until == nil { result.differences += try registerDifferences(with: copy, after: last) }
    return result
  }

  /// The tables of the register that are not what the journal makes of them.
  private func registerDifferences(with copy: Ledger, after last: JournalNumber) throws -> [ReplayDifference] {
    guard let recorded = try ledger.registerDigests(after: last), let replayed = try copy.registerDigests(after: last)
    else { return [] }
    return recorded.keys.sorted().filter { recorded[$0] != replayed[$0] }.map {
      ReplayDifference(entry: last, kind: .register(table: $0))
    }
  }

  /// Replays one entry into the copy; nil when what the ledger stored cannot be read any more.
  private func replay(
    _ stored: StoredEntry, into copy: Ledger, region: inout RegionContracts?
  ) throws -> [ReplayDifference]? {
    let number = stored.entry.number
    guard let raw = try? ledger.rawBytes(of: number) else { return nil }
    var differences: [ReplayDifference] = []
    if Ledger.digest(of: raw) != stored.entry.raw {
      differences.append(ReplayDifference(entry: number, kind: .raw))
    }
    switch stored.entry.kind {
    case .region:
      guard let snapshot = try? ledger.region(at: number) else { return nil }
      region = RegionContracts(snapshot)
      try copy.append(snapshot, asOf: stored.entry.asOf)
    case .message:
      guard let message = reader.read(raw).message, let recorded = try? ledger.payload(of: number) else { return nil }
      let known = try copy.workingSet(
        for: WorkingSetKeys(of: message), region: region?.snapshot)
      let booking = Settlement(asOf: stored.entry.asOf, region: region).settle(message, as: number, known: known)
      _ = try copy.append(
        booking, as: number, asOf: stored.entry.asOf, raw: raw, answer: booking.answer.map { writer.encode($0) })
      differences += ReplayDifference.between(
        recorded, try copy.payload(of: number), entry: number)
      differences += ReplayDifference.between(
        postings: try ledger.postingLines(of: number), try copy.postingLines(of: number), entry: number)
    }
    return differences
  }
}
