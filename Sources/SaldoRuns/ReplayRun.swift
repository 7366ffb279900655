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
    var state = State()
    let last = try ledger.lastEntry()?.entry.number ?? 0
    for number in 1..<(last + 1) {
      guard let stored = try ledger.entry(number) else {
        result.differences.append(ReplayDifference(entry: number, kind: .unreadable))
        return result
      }
      let month = try copy.bookingMonth(asOf: stored.entry.asOf)
      let isCompared = month >= (from ?? month) && month <= (until ?? month)
      guard let differences = try replay(stored, into: copy, &state) else {
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

  /// What holds between the entries of a replay.
  private struct State {
    var region: RegionContracts?
    /// What falls due by date, as far as it was not replayed yet; nil when it is to be worked out again.
    var pending: [DueDay]?
    /// The day for which that was.
    var asOf: CalendarDate?
    /// The day for which it is known that what waits, waits on; nil when it is to be worked out again.
    var heldOn: CalendarDate?
  }

  /// Works out what falls due on the day of an entry, unless that was done.
  private func workOutDays(_ asOf: CalendarDate, in copy: Ledger, _ state: inout State) throws {
    if state.pending != nil, state.asOf == asOf { return }
    state.pending = try state.region.map { try copy.pendingDays(under: $0, asOf: asOf) } ?? []
    state.asOf = asOf
  }

  /// Replays one entry into the copy; nil when what the ledger stored cannot be read any more.
  private func replay(
    _ stored: StoredEntry, into copy: Ledger, _ state: inout State
  ) throws -> [ReplayDifference]? {
    let number = stored.entry.number
    guard let raw = try? ledger.rawBytes(of: number) else { return nil }
    var differences: [ReplayDifference] = []
    if Ledger.digest(of: raw) != stored.entry.raw {
      differences.append(ReplayDifference(entry: number, kind: .raw))
    }
    if stored.entry.kind != .message { state.heldOn = nil }
    switch stored.entry.kind {
    case .region:
      guard let snapshot = try? ledger.region(at: number) else { return nil }
      state = State(region: RegionContracts(snapshot))
      try copy.append(snapshot, asOf: stored.entry.asOf)
    case .day:
      guard let recorded = try? ledger.dayPayload(of: number) else { return nil }
      try workOutDays(stored.entry.asOf, in: copy, &state)
      // A day that replays otherwise is taken as it was recorded, so that later entries keep what they rest on.
      let day = DueDay(due: recorded.due, bookings: recorded.bookings)
      if let place = state.pending?.firstIndex(of: day) {
        state.pending?.remove(at: place)
      } else {
        let other = state.pending?.first { $0.due == day.due }
        state.pending?.removeAll { $0.due == day.due }
        differences.append(
          ReplayDifference(
            entry: number,
            kind: .day(day.due, recorded: day.bookings.count, replayed: other?.bookings.count ?? 0)))
      }
      try copy.append(day, as: number, asOf: stored.entry.asOf)
      differences += ReplayDifference.between(
        postings: try ledger.postingLines(of: number), try copy.postingLines(of: number), entry: number)
    case .close:
      guard let period = try? ledger.closePayload(of: number).period else { return nil }
      try copy.append(closing: period, as: number, asOf: stored.entry.asOf)
    case .message:
      differences += try missedDays(at: stored.entry, in: copy, &state)
      guard let message = reader.read(raw).message, let recorded = try? ledger.payload(of: number) else { return nil }
      differences += try missedDecisions(at: stored.entry, message, in: copy, &state)
      let known = try copy.workingSet(
        for: WorkingSetKeys(of: message), region: state.region?.snapshot)
      let booking = try settlement(on: stored.entry.asOf, in: copy, state).settle(message, as: number, known: known)
      _ = try copy.append(
        booking, as: number, asOf: stored.entry.asOf, raw: PackedBytes(raw),
        answer: booking.answer.map { writer.encode($0) })
      differences += ReplayDifference.between(
        recorded, try copy.payload(of: number), entry: number)
      // The postings of what waited are compared at its decision.
      if recorded.outcome != .held { differences += try postingDifferences(of: number, at: number, in: copy) }
    case .decision:
      differences += try missedDays(at: stored.entry, in: copy, &state)
      guard let recorded = try? ledger.payload(of: number), let message = recorded.decides else { return nil }
      let waiting = WaitingDeclarations(in: copy, try settlement(on: stored.entry.asOf, in: copy, state))
      let booking = try copy.waiting().contains(message) ? waiting.booking(of: message) : nil
      if let booking, case .judged = booking.decision {
        try waiting.append(booking, deciding: message)
      } else {
        // In the copy it waits on, or was decided when it came in, which its own entry tells.
        try copy.append(recorded: stored, raw: raw)
        if booking != nil {
          differences.append(
            ReplayDifference(entry: number, kind: .outcome(recorded: recorded.outcome, replayed: .held)))
        }
      }
      differences += ReplayDifference.between(recorded, try copy.payload(of: number), entry: number)
      differences += try postingDifferences(of: message, at: number, in: copy)
    }
    return differences
  }

  private func settlement(on day: CalendarDate, in copy: Ledger, _ state: State) throws -> Settlement {
    Settlement(asOf: day, region: state.region, bookingMonth: try copy.bookingMonth(asOf: day))
  }

  private func postingDifferences(
    of message: JournalNumber, at entry: JournalNumber, in copy: Ledger
  ) throws -> [ReplayDifference] {
    ReplayDifference.between(
      postings: try ledger.postingLines(of: message), try copy.postingLines(of: message), entry: entry)
  }

  /// What fell due before an entry and was not recorded.
  private func missedDays(
    at entry: JournalEntry, in copy: Ledger, _ state: inout State
  ) throws -> [ReplayDifference] {
    try workOutDays(entry.asOf, in: copy, &state)
    defer { state.pending = [] }
    return (state.pending ?? []).map {
      ReplayDifference(entry: entry.number, kind: .day($0.due, recorded: 0, replayed: $0.bookings.count))
    }
  }

  /// What waits in the copy at a declaration and should have been decided before it: a run decides what waits before it
  /// takes its declarations.
  private func missedDecisions(
    at entry: JournalEntry, _ message: Message, in copy: Ledger, _ state: inout State
  ) throws -> [ReplayDifference] {
    guard message.header.kind == .declaration else {
      state.heldOn = nil
      return []
    }
    guard state.heldOn != entry.asOf else { return [] }
    state.heldOn = entry.asOf
    let waiting = WaitingDeclarations(in: copy, try settlement(on: entry.asOf, in: copy, state))
    return try copy.waiting().compactMap { number in
      guard case .judged(let judgement) = try waiting.booking(of: number).decision else { return nil }
      return ReplayDifference(
        entry: number, kind: .outcome(recorded: .held, replayed: MessagePayload.Outcome(judgement.stage)))
    }
  }
}
