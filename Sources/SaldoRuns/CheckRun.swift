public import SaldoDomain
import SaldoLedger
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

  /// A check with what the checker knows.
  ///
  /// - Parameters:
  ///   - region: The contracts; nil when they are not known.
  ///   - history: A ledger in memory with earlier messages; nil when none are known.
  public init(asOf: CalendarDate, region: RegionSnapshot?, history: Ledger?) {
    self.asOf = asOf
    self.region = region.map(RegionContracts.init)
    self.history = history
  }

  /// The rules on a declaration that cannot be judged with what is known.
  public var unjudged: [RuleMetadata] {
    DeclarationEvaluator.unjudged(
      in: RuleContext(asOf: asOf, region: region, known: history == nil ? nil : WorkingSet()))
  }

  /// Checks files and gives a result for each, in the order in which they were named.
  ///
  /// With a history the messages are judged in the canonical order, each knowing the ones before it; without, each
  /// stands alone.
  ///
  /// - Parameter context: Earlier messages that the history takes in first. A file that is checked itself is left out
  ///   of it, so that it does not stand in its own way.
  /// - Returns: The results, and the files of the context that could not be used.
  public func check(
    _ files: [InputFile], after context: [InputFile] = []
  ) throws -> (files: [CheckedFile], unusableContext: [UnusableFile]) {
    let reception = try Reception(files, for: region?.snapshot)
    let unusable = try learn(context, before: reception)
    var results: [InputFile: CheckedFile] = [:]
    for file in reception.unusable { results[file.file] = CheckedFile(unusable: file) }
    for message in reception.messages {
      if let history, let known = try recorded(message, in: history) {
        results[message.file] = known
      } else {
        let booking = try history.map { try settle(message, into: $0) } ?? judge(message)
        results[message.file] = CheckedFile(message, booking)
      }
    }
    for (double, original) in reception.originals { results[double] = results[original]?.named(double) }
    return (files.compactMap { results[$0] }, unusable)
  }

  /// What the history decided on a message that it took in before; nil when it never did.
  private func recorded(_ received: ReceivedMessage, in history: Ledger) throws -> CheckedFile? {
    guard let number = try history.message(withBytes: received.digest), let stored = try history.entry(number)
    else { return nil }
    return CheckedFile(received, recorded: try history.payload(of: number), as: number, on: stored.entry.asOf)
  }

  private func learn(_ context: [InputFile], before checked: Reception) throws -> [UnusableFile] {
    guard let history, !context.isEmpty else { return [] }
    let reception = try Reception(context, for: region?.snapshot)
    let later = Set(checked.messages.map(\.digest))
    for received in reception.messages where !later.contains(received.digest) {
      guard try history.message(withBytes: received.digest) == nil else { continue }
      _ = try settle(received, into: history)
    }
    return reception.unusable
  }

  private func judge(_ received: ReceivedMessage) -> Booking {
    Settlement(asOf: asOf, region: region).settle(received.message, as: 1, known: nil)
  }

  private func settle(_ received: ReceivedMessage, into history: Ledger) throws -> Booking {
    let known = try history.workingSet(
      for: WorkingSetKeys(of: received.message), region: region?.snapshot)
    let number = try history.nextNumber()
    let booking = Settlement(asOf: asOf, region: region).settle(received.message, as: number, known: known)
    _ = try history.append(booking, as: number, asOf: asOf, raw: received.bytes, answer: nil)
    return booking
  }
}
