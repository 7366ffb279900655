public import SaldoDomain
import SaldoLedger
public import SaldoMessages
import SaldoRules
import SaldoSettlement
public import SaldoStore

/// Judges files as their receiver would, without booking anything (controle vooraf).
///
/// The same code as a settle run: what is known is loaded into a ledger in memory, and each file is settled there.
public struct CheckRun {
  private let asOf: CalendarDate
  private let region: RegionContracts?
  private let history: Ledger?
  private let reader: MessageReader

  /// A check with what the checker knows.
  ///
  /// - Parameters:
  ///   - region: The contracts; nil when they are not known.
  ///   - history: A ledger in memory with earlier messages; nil when none are known.
  ///   - reader: What reads the messages.
  public init(
    asOf: CalendarDate, region: RegionSnapshot?, history: Ledger?, reader: MessageReader = MessageReader()
  ) {
    self.asOf = asOf
    self.region = region.map(RegionContracts.init)
    self.history = history
    self.reader = reader
  }

  /// Checks files and gives a result for each, in the order in which they were named.
  ///
  /// With a history the messages are judged in the canonical order, each knowing the ones before it; without, each
  /// stands alone.
  ///
  /// - Parameter context: Earlier messages that the history takes in first. A file that is checked itself is left out
  ///   of it, so that it does not stand in its own way.
  public func check(_ files: [InputFile], after context: [InputFile] = []) throws -> CheckResult {
    let reception = try Reception(files, for: region?.snapshot, reader: reader, books: history != nil)
    var result = try learn(context, before: reception)
    var checked: [InputFile: CheckedFile] = [:]
    for file in reception.unusable { checked[file.file] = CheckedFile(unusable: file) }
    let declarations = reception.messages.firstIndex { $0.message.header.kind == .declaration }
    var decided: [JournalNumber: Booking] = [:]
    for (index, message) in reception.messages.enumerated() {
      if index == declarations { decided = try decideWaiting() }
      checked[message.file] = try check(message, decided)
    }
    for (double, original, _) in reception.originals { checked[double] = checked[original]?.named(double) }
    result.files = files.compactMap { checked[$0] }
    return result
  }

  /// Decides what waits in the history, as a settle run on this day would do before it judges declarations.
  private func decideWaiting() throws -> [JournalNumber: Booking] {
    guard let history, let region else { return [:] }
    return try WaitingDeclarations(in: history, Settlement(asOf: asOf, region: region)).decide()
  }

  /// Checks one message.
  ///
  /// - Parameter decided: What was decided in this check on declarations that wait in the history.
  private func check(_ received: ReceivedMessage, _ decided: [JournalNumber: Booking]) throws -> CheckedFile {
    let notJudged = NotJudged.rules(on: received.message.header, region: region != nil, history: history != nil)
    let declaration = try history.flatMap { try answeredDeclaration(of: received.message, in: $0) }
    if let history, let number = try history.message(withBytes: received.digest),
      let stored = try history.decidingEntry(of: number)
    {
      if let booking = decided[number] {
        return CheckedFile(received, booking.decision, on: asOf, notJudged: notJudged, answers: declaration)
      }
      return CheckedFile(
        received, recorded: try MessagePayload(stored), as: number, on: stored.entry.asOf, notJudged: notJudged,
        answers: declaration)
    }
    let decision = try history.map { try settle(received, into: $0) } ?? decide(received.message)
    return CheckedFile(received, decision, on: asOf, notJudged: notJudged, answers: declaration)
  }

  /// Takes the earlier messages into the history: declarations as their answers decided, all others as the rules judge.
  private func learn(_ files: [InputFile], before checked: Reception) throws -> CheckResult {
    var result = CheckResult()
    guard let history, !files.isEmpty else { return result }
    let reception = try Reception(files, for: region?.snapshot, reader: reader)
    let context = CheckContext(reception.messages, checking: checked.messages) { answer, declaration in
      var known = WorkingSet()
      known.answeredDeclaration = declaration
      return decide(answer.message, known: known).rejections
    }
    result.unusableContext = reception.unusable + context.unusable
    for received in context.messages where !context.isIdle(received) {
      guard try history.message(withBytes: received.digest) == nil else { continue }
      if case .declaration(let declaration) = received.message {
        if let answer = context.answer(to: received) {
          try book(received, declaration, decidedBy: answer, in: history)
          continue
        }
        result.presumed.append(received.file)
      }
      let decision = try settle(received, into: history)
      if received.message.header.kind == .declarationAnswer, !decision.rejections.isEmpty {
        result.unusableContext.append(UnusableFile(received, findings: decision.rejections))
      }
    }
    return result
  }

  private func decide(_ message: Message, known: WorkingSet? = nil) -> Decision {
    Settlement(asOf: asOf, region: region).decide(message, known: known)
  }

  private func settle(_ received: ReceivedMessage, into history: Ledger) throws -> Decision {
    var known = try history.workingSet(for: WorkingSetKeys(of: received.message), region: region?.snapshot)
    known.answeredDeclaration = try answeredDeclaration(of: received.message, in: history)
    let number = try history.nextNumber()
    let booking = Settlement(asOf: asOf, region: region).settle(received.message, as: number, known: known)
    _ = try history.append(booking, as: number, asOf: asOf, raw: received.bytes, answer: nil)
    return booking.decision
  }

  private func book(
    _ received: ReceivedMessage, _ declaration: DeclarationMessage, decidedBy answer: DeclarationAnswer,
    in history: Ledger
  ) throws {
    let known = try history.workingSet(for: WorkingSetKeys(of: received.message), region: region?.snapshot)
    let number = try history.nextNumber()
    _ = try history.append(
      Booking(of: declaration, decidedBy: answer, as: number, on: asOf, known: known), as: number, asOf: asOf,
      raw: received.bytes, answer: nil)
  }

  /// The declaration that an answer names, as it was sent; nil when it is not known, and for every other message.
  private func answeredDeclaration(of message: Message, in history: Ledger) throws -> DeclarationMessage? {
    guard case .declarationAnswer(let answer) = message,
      let number = try history.declarations(answeredBy: answer).first,
      case .declaration(let declaration) = reader.read(try history.rawBytes(of: number)).message
    else { return nil }
    return declaration
  }
}
