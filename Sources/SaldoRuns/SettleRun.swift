public import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoSettlement
public import SaldoStore

/// Settles received messages into a ledger: settle and book one after the other, and answer each.
public struct SettleRun {
  private let ledger: Ledger
  private let answers: AnswerFolder?
  private let asOf: CalendarDate
  private let region: RegionContracts
  private let workers: Int
  private let reader = MessageReader()

  /// A run that books into a ledger under a region's contracts.
  ///
  /// - Parameters:
  ///   - answers: Where the answers are written; nil for a dry run, which writes none.
  ///   - workers: The number of messages that are read and settled before their turn at the same time; what comes out
  ///     does not depend on it.
  /// - Throws: ``RunError/asOfBeforeLedger(last:)`` when the ledger already holds a later day; ``LedgerError``.
  public init(
    into ledger: Ledger, region: RegionSnapshot, asOf: CalendarDate, answers: AnswerFolder?,
    workers: Int = Cores.count
  ) throws {
    if let last = try ledger.lastEntry()?.entry.asOf, asOf < last { throw RunError.asOfBeforeLedger(last: last) }
    let codes = Set(region.municipalities.map(\.code))
    if let held = try ledger.heldFigures().first(where: { !codes.contains($0.municipality) }) {
      throw RunError.regionWithout(municipality: held.municipality)
    }
    self.ledger = ledger
    self.workers = workers
    self.answers = answers
    self.asOf = asOf
    self.region = RegionContracts(region)
  }

  /// Whether a message with this header is settled: any that is not itself an answer of a municipality.
  public static func takes(_ header: MessageHeader) -> Bool {
    !MessageKind.answersOfMunicipality.contains(header.kind)
  }

  /// Books what fell due by date, then settles the messages of a reception, in its order; declarations that wait are
  /// decided before those that came in now.
  ///
  /// Without messages that is all there is to do, and a new ledger stays empty. A message that the ledger took in before
  /// changes nothing; its answer is written again when it is missing, and so are those of what was decided after a hold
  /// on the as-of date.
  ///
  /// A file that turns out not to be usable in its turn is left out (``Reception/leaveOut(_:)``).
  ///
  /// - Parameters:
  ///   - progress: Called after each message with the number of bytes done and the total.
  ///   - leavingOut: Called for each file that is left out, at once, so that it is known when the run ends in an error.
  /// - Throws: ``LedgerError``, ``RunError``; ``InputError`` when a file that is read again is gone or another one. What was
  ///   booked before its group stays booked.
  public func settle(
    _ reception: Reception, progress: (Int, Int) -> Void = { _, _ in },
    leavingOut: (UnusableFile) -> Void = { _ in }
  ) throws -> SettleResult {
    var result = SettleResult()
    result.isDryRun = answers == nil
    guard try reception.count > 0 || ledger.lastEntry() != nil else { return result }
    try ledger.keepPages(upTo: Self.pages(for: reception))
    if try !ledger.holds(region.snapshot) { try ledger.append(region.snapshot, asOf: asOf) }
    for day in try ledger.pendingDays(under: region, asOf: asOf) {
      result.days.append(try ledger.append(day, as: try ledger.nextNumber(), asOf: asOf).entry.number)
    }
    let settlement = Settlement(asOf: asOf, region: region, bookingMonth: try ledger.bookingMonth(asOf: asOf))
    let queue = reception.queue
    let declarations = queue.firstIndex { $0.kind == .declaration } ?? queue.endIndex
    try take(queue[..<declarations], of: reception, under: settlement, into: &result, progress, leavingOut)
    try decide(under: settlement, into: &result)
    try take(queue[declarations...], of: reception, under: settlement, into: &result, progress, leavingOut)
    result.held = try ledger.heldFigures()
    for number in Set(result.knownDeclarations + result.decided.map(\.entry)) {
      if let deciding = try ledger.decidingEntry(of: number) { result.count(try MessagePayload(deciding)) }
    }
    // Reports read it otherwise, with connections of their own.
    try ledger.keepPages()
    return result
  }

  /// Decides what need not wait any more, and answers all that was decided after a hold on this day.
  private func decide(under settlement: Settlement, into result: inout SettleResult) throws {
    _ = try WaitingDeclarations(in: ledger, settlement).decide()
    result.decided = try ledger.heldFigures(decidedOn: asOf)
    for held in result.decided { try answers?.write(answerTo: held.entry, of: ledger, reader: reader) }
  }

  /// Settles, books and answers messages, in groups: each is one transaction, after which its answers are written. The
  /// messages that come next are read meanwhile, and declarations settled (``EarlySettlement``).
  private func take(
    _ messages: ArraySlice<QueuedMessage>, of reception: Reception, under settlement: Settlement,
    into result: inout SettleResult, _ progress: (Int, Int) -> Void, _ leavingOut: (UnusableFile) -> Void
  ) throws {
    let known = try ledger.onSnapshot { try messages.map { try ledger.message(withBytes: $0.digest) } }
    let expected = ExpectedNumbers(
      from: try ledger.nextNumber(), at: messages.lazy.map(\.place), isKnown: known.map { $0 != nil })
    // A single one has no moment before its turn.
    let isSingle = messages.count == 1
    let file = workers > 1 && !isSingle && messages.first?.kind == .declaration ? ledger.file : nil
    let room = OrderedWork<Result<Turn, InputError>>.Room(count: 64, weight: Self.bytesAhead) {
      messages[messages.startIndex + $0].weight
    }
    let loading = OrderedWork(count: messages.count, workers: workers, room: room) { [reader] in
      let ledger = file.flatMap { try? Ledger(path: $0, mode: .read) }
      let compressor = Compressor()
      return { position in
        Result { () throws(InputError) -> Turn in
          guard known[position] == nil else { return .known }
          switch try messages[messages.startIndex + position].load(with: reader, compressor) {
          case .message(let received):
            return .message(
              Loaded(
                received, isSingle ? nil : WorkingSetKeys(of: received.message),
                early: ledger.map { (expected[position], expected.predecessor(of: position), settlement, $0) }))
          case .unusable(let file):
            expected.skipOne()
            return .unusable(file)
          }
        }
      }
    }
    defer { loading.stop() }
    var recent = file.map { _ in RecentBookings(under: region.snapshot) }
    let total = reception.weight
    var rest = messages
    var done = reception.queue[..<messages.startIndex].reduce(0) { $0 + $1.weight }
    var booked: [Answered] = []
    while !rest.isEmpty {
      // The answers of the group before are written meanwhile.
      (booked, _) = try Cores.sideBySide {
        try ledger.inTransaction {
          recent?.startGroup(at: try ledger.nextNumber(), ahead: loading.ahead)
          var answered: [Answered] = []
          var weight = 0
          while let queued = rest.first, weight < group.bytes, answered.count < group.messages,
            let turn = loading.next()
          {
            switch try turn.get() {
            case .unusable(let file): leavingOut(file)
            case .known: answered.append(try take(queued, nil, after: &recent, under: settlement, into: &result))
            case .message(let loaded):
              answered.append(try take(queued, loaded, after: &recent, under: settlement, into: &result))
            }
            rest = rest.dropFirst()
            weight += queued.weight
            progress(done + weight, total)
          }
          done += weight
          return answered
        }
      } _: { [answers, booked] in
        try answers?.write(booked)
      }
      for case .before(let number) in booked { try answers?.write(answerTo: number, of: ledger, reader: reader) }
    }
    try answers?.write(booked)
  }

  /// How many bytes of messages, and how many messages, are booked together at least, when there are as many: enough to make
  /// the transaction itself cost little, and few enough to keep their answers in memory, and the pages that they change in
  /// the ledger's cache.
  var group = (bytes: 32 << 20, messages: 8_000)

  /// How many bytes of the ledger's pages are kept while messages are booked. Those of a single message lie together. Those of
  /// many come in no order, and the more there are, the more pages each group of them changes.
  private static func pages(for reception: Reception) -> Int {
    let weight = reception.weight
    if reception.count == 1, weight <= 32 << 20 { return 4 << 20 }
    return weight <= 512 << 20 ? 16 << 20 : 64 << 20
  }

  /// How many bytes of messages are read and settled before it is the turn of the first of them: their
  /// values, and the rows that are prepared of them, take about as much.
  private static let bytesAhead = 16 << 20

  /// What comes of a message before its turn.
  private enum Turn {
    /// The ledger had it before the run.
    case known
    /// It is not one.
    case unusable(UnusableFile)
    /// It is there to be settled.
    case message(Loaded)
  }

  /// A message whose turn it is, with what is to be loaded for it, and what settling it came to when that was done before.
  private struct Loaded {
    let received: ReceivedMessage
    /// Nil when they are made in its turn, and need no memory after it was settled.
    let keys: WorkingSetKeys?
    let early: EarlySettlement?

    /// - Parameter early: What it is settled with before its turn, under which number and not before which other is booked;
    ///   nil when it is not.
    init(
      _ received: ReceivedMessage, _ keys: WorkingSetKeys?,
      early: (number: JournalNumber, predecessor: JournalNumber?, settlement: Settlement, ledger: Ledger)?
    ) {
      self.received = received
      self.keys = keys
      guard let keys, let early else {
        self.early = nil
        return
      }
      self.early = EarlySettlement(
        received.message, keys, as: early.number, after: early.predecessor, under: early.settlement,
        from: early.ledger)
    }
  }

  /// What is to be answered after a transaction.
  fileprivate enum Answered {
    /// A message that was settled now: the digest of the bytes that it came in with, and its answer, if it has one.
    case now(Digest, (message: Message, bytes: [UInt8])?)
    /// A message that the ledger already had.
    case before(JournalNumber)
  }

  /// Settles and books one message, unless the ledger already has it.
  ///
  /// - Parameter loaded: The message; nil when the ledger had it before the run.
  private func take(
    _ queued: QueuedMessage, _ loaded: Loaded?, after recent: inout RecentBookings?, under settlement: Settlement,
    into result: inout SettleResult
  ) throws -> Answered {
    if let number = try ledger.message(withBytes: queued.digest) {
      result.known.append(number)
      if queued.kind == .declaration { result.knownDeclarations.append(number) }
      return .before(number)
    }
    guard let loaded else { preconditionFailure("a message stays in the journal") }
    let received = loaded.received
    let number = try ledger.nextNumber()
    let settled: SettledMessage
    var prepared: PreparedBooking?
    if let early = try settledEarly(loaded, as: number, after: recent, under: settlement) {
      (settled, prepared) = early
      result.settledEarly += 1
    } else {
      let known = try ledger.workingSet(
        for: loaded.keys ?? WorkingSetKeys(of: received.message), region: region.snapshot)
      settled = SettledMessage(received.message, as: number, known: known, under: settlement)
    }
    _ = try ledger.append(
      settled.booking, as: number, asOf: asOf, raw: received.bytes, answer: settled.answer, prepared: prepared)
    if let keys = loaded.keys { recent?.append(keys) }
    result.booked.append(number)
    result.count(settled.booking.decision)
    return .now(received.digest, settled.answer.flatMap { bytes in settled.booking.answer.map { ($0, bytes) } })
  }

  /// What a message comes to that was settled before its turn, as far as that still holds; nil when it must be settled now.
  private func settledEarly(
    _ loaded: Loaded, as number: JournalNumber, after recent: RecentBookings?, under settlement: Settlement
  ) throws -> (settled: SettledMessage, prepared: PreparedBooking?)? {
    guard let early = loaded.early, early.number == number, let keys = loaded.keys,
      case .ceilings(let clients)? = recent?.change(for: keys, since: early.seen)
    else { return nil }
    var ceilings = early.ceilings
    if !clients.isEmpty {
      try ledger.recount(&ceilings, of: clients, for: keys.header, under: region.snapshot)
    }
    return early.again(with: ceilings, under: settlement)
  }
}

extension AnswerFolder {
  /// Writes the answers to messages that were settled now.
  fileprivate func write(_ answered: [SettleRun.Answered]) throws {
    for case .now(let digest, let answer?) in answered { try write(answer.message, as: answer.bytes, to: digest) }
  }
}
