public import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoSettlement
public import SaldoStore

/// Settles a set of files into a ledger: read, order, settle and book one message after the other.
public struct SettleRun {
  private let ledger: Ledger
  private let answers: AnswerFolder?
  private let asOf: CalendarDate
  private let region: RegionContracts
  private let reader = MessageReader()
  private let writer = MessageWriter()

  /// A run that books into a ledger under a region's contracts.
  ///
  /// - Parameter answers: Where the answers are written; nil to write none, as in a dry run.
  /// - Throws: ``RunError/asOfBeforeLedger(last:)`` when the ledger already holds a later day; ``LedgerError``.
  public init(into ledger: Ledger, region: RegionSnapshot, asOf: CalendarDate, answers: AnswerFolder?) throws {
    if let last = try ledger.lastEntry()?.entry.asOf, asOf < last { throw RunError.asOfBeforeLedger(last: last) }
    self.ledger = ledger
    self.answers = answers
    self.asOf = asOf
    self.region = RegionContracts(region)
  }

  /// Settles the files.
  ///
  /// A file that cannot be used is named in the result and touches nothing. A message that the ledger took in before
  /// changes nothing either.
  ///
  /// - Parameter progress: Called after each message with the number done and the total.
  /// - Throws: ``InputError``, ``LedgerError``.
  public func settle(_ files: [InputFile], progress: (Int, Int) -> Void = { _, _ in }) throws -> SettleResult {
    var result = SettleResult(asOf: asOf)
    let received = try receive(files, into: &result)
    guard !received.isEmpty else { return result }
    if try !ledger.holds(region.snapshot) { try ledger.append(region.snapshot, asOf: asOf) }
    for (index, message) in received.enumerated() {
      try take(message, into: &result)
      progress(index + 1, received.count)
    }
    return result
  }

  /// Reads all files and puts the usable ones, without doubles, in canonical order.
  private func receive(_ files: [InputFile], into result: inout SettleResult) throws -> [ReceivedMessage] {
    var received: [ReceivedMessage] = []
    var seen: Set<Digest> = []
    for file in files {
      let bytes = try file.bytes()
      let digest = Ledger.digest(of: bytes)
      let reading = reader.read(bytes)
      guard let message = reading.message else {
        result.unusable.append(UnusableFile(file: file, reading: reading))
        continue
      }
      let municipality = message.header.municipality
      if !region.contains(municipality), NationalMunicipalities.validity(of: municipality) != .unknown {
        result.unusable.append(UnusableFile(file: file, otherRegion: message))
        continue
      }
      guard seen.insert(digest).inserted else {
        result.doubles.append(file)
        continue
      }
      received.append(
        ReceivedMessage(file: file, bytes: bytes, digest: digest, message: message, signals: reading.signals))
    }
    return received.sorted { $0.precedes($1) }
  }

  /// Settles and books one message, unless the ledger already has it.
  private func take(_ received: ReceivedMessage, into result: inout SettleResult) throws {
    if let number = try ledger.message(withBytes: received.digest) {
      result.known.append(number)
      try answers?.write(answerTo: number, of: ledger, reader: reader)
      return
    }
    let number = try ledger.nextNumber()
    let known = try ledger.workingSet(
      for: WorkingSetKeys(of: received.message), ceilings: region.snapshot.clientCeilings)
    let booking = Settlement(asOf: asOf, region: region).settle(received.message, as: number, known: known)
    _ = try ledger.append(
      booking, as: number, asOf: asOf, raw: received.bytes, answer: booking.answer.map { writer.encode($0) })
    result.booked.append(number)
    try answers?.write(answerTo: number, of: ledger, reader: reader)
  }
}
