public import Foundation
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
  private let writer = MessageWriter()

  /// A run that books into a ledger under a region's contracts.
  ///
  /// - Parameters:
  ///   - answers: Where the answers are written; nil for a dry run, which writes none.
  ///   - workers: The number of messages that are read at the same time; what comes out does not depend on it.
  /// - Throws: ``RunError/asOfBeforeLedger(last:)`` when the ledger already holds a later day; ``LedgerError``.
  public init(
    into ledger: Ledger, region: RegionSnapshot, asOf: CalendarDate, answers: AnswerFolder?,
    workers: Int = ProcessInfo.processInfo.activeProcessorCount
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
  /// - Parameter progress: Called after each message with the number of lines done and the total; a message other than a
  ///   declaration counts as one.
  /// - Throws: ``LedgerError``, ``RunError``; ``InputError`` when a file that is read again is gone or another one. What was
  ///   booked before its group stays booked.
  public func settle(
    _ reception: Reception, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> SettleResult {
    var result = SettleResult()
    result.isDryRun = answers == nil
    guard try reception.count > 0 || ledger.lastEntry() != nil else { return result }
    if try !ledger.holds(region.snapshot) { try ledger.append(region.snapshot, asOf: asOf) }
    for day in try ledger.pendingDays(under: region, asOf: asOf) {
      result.days.append(try ledger.append(day, as: try ledger.nextNumber(), asOf: asOf).entry.number)
    }
    let settlement = Settlement(asOf: asOf, region: region, bookingMonth: try ledger.bookingMonth(asOf: asOf))
    let queue = reception.queue
    let declarations = queue.firstIndex { $0.kind == .declaration } ?? queue.endIndex
    try take(queue[..<declarations], of: reception, under: settlement, into: &result, progress)
    try decide(under: settlement, into: &result)
    try take(queue[declarations...], of: reception, under: settlement, into: &result, progress)
    result.held = try ledger.heldFigures()
    for number in Set(result.knownDeclarations + result.decided.map(\.entry)) {
      if let deciding = try ledger.decidingEntry(of: number) { result.count(try MessagePayload(deciding)) }
    }
    return result
  }

  /// Decides what need not wait any more, and answers all that was decided after a hold on this day.
  private func decide(under settlement: Settlement, into result: inout SettleResult) throws {
    _ = try WaitingDeclarations(in: ledger, settlement).decide()
    result.decided = try ledger.heldFigures(decidedOn: asOf)
    for held in result.decided { try answers?.write(answerTo: held.entry, of: ledger, reader: reader) }
  }

  /// Settles, books and answers messages, in groups: each is one transaction, after which its answers are written. The
  /// messages that come next are read meanwhile.
  private func take(
    _ messages: ArraySlice<QueuedMessage>, of reception: Reception, under settlement: Settlement,
    into result: inout SettleResult, _ progress: (Int, Int) -> Void
  ) throws {
    let known = try messages.map { try ledger.message(withBytes: $0.digest) }
    let loading = OrderedWork(count: messages.count, workers: workers) { [reader] position in
      Result { () throws(InputError) -> Loaded? in
        guard known[position] == nil else { return nil }
        return Loaded(try messages[messages.startIndex + position].load(with: reader))
      }
    }
    defer { loading.stop() }
    let total = reception.weight
    var rest = messages
    var done = reception.queue[..<messages.startIndex].reduce(0) { $0 + $1.weight }
    while !rest.isEmpty {
      let answered = try ledger.inTransaction {
        var answered: [Answered] = []
        var weight = 0
        while let queued = rest.first, weight < Self.groupedLines, answered.count < Self.groupedMessages,
          let loaded = loading.next()
        {
          answered.append(try take(queued, try loaded.get(), under: settlement, into: &result))
          rest = rest.dropFirst()
          weight += queued.weight
          progress(done + weight, total)
        }
        done += weight
        return answered
      }
      for answered in answered { try write(answered) }
    }
  }

  /// How many lines, and how many messages, are booked together at least, when there are as many: enough to make the
  /// transaction itself cost little, and few enough to keep their answers in memory.
  private static let (groupedLines, groupedMessages) = (10_000, 1_000)

  /// A message whose turn it is, with what is to be loaded for it.
  private struct Loaded {
    let received: ReceivedMessage
    let keys: WorkingSetKeys

    init(_ received: ReceivedMessage) {
      self.received = received
      keys = WorkingSetKeys(of: received.message)
    }
  }

  /// What is to be answered after a transaction.
  private enum Answered {
    /// A message that was settled now: the bytes that it came in with, and its answer, if it has one.
    case now(Digest, (message: Message, bytes: [UInt8])?)
    /// A message that the ledger already had.
    case before(JournalNumber)
  }

  private func write(_ answered: Answered) throws {
    switch answered {
    case .now(_, nil): break
    case .now(let digest, let answer?): try answers?.write(answer.message, as: answer.bytes, to: digest)
    case .before(let number): try answers?.write(answerTo: number, of: ledger, reader: reader)
    }
  }

  /// Settles and books one message, unless the ledger already has it.
  ///
  /// - Parameter loaded: The message; nil when the ledger had it before the run.
  private func take(
    _ queued: QueuedMessage, _ loaded: Loaded?, under settlement: Settlement, into result: inout SettleResult
  ) throws -> Answered {
    if let number = try ledger.message(withBytes: queued.digest) {
      result.known.append(number)
      if queued.kind == .declaration { result.knownDeclarations.append(number) }
      return .before(number)
    }
    guard let loaded else { preconditionFailure("a message stays in the journal") }
    let received = loaded.received
    let number = try ledger.nextNumber()
    let known = try ledger.workingSet(for: loaded.keys, region: region.snapshot)
    let booking = settlement.settle(received.message, as: number, known: known)
    let answer = booking.answer.map { (message: $0, bytes: writer.encode($0)) }
    _ = try ledger.append(booking, as: number, asOf: asOf, raw: received.bytes, answer: answer?.bytes)
    result.booked.append(number)
    result.count(booking.decision)
    return .now(received.digest, answer)
  }
}
