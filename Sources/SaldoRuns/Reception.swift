public import SaldoDomain
public import SaldoLedger
public import SaldoMessages
import SaldoStore

/// What came in with a run: the messages in canonical order, and the files that could not be used.
///
/// Reading touches no ledger, so a run with nothing usable leaves everything as it was. Files are read on all cores; the
/// outcome does not depend on how many there are.
public struct Reception: Sendable {
  /// The messages, without doubles, in canonical order (Documentation/Funding.md).
  private(set) var queue: [QueuedMessage] = []
  /// Files that hold the same bytes as another file of the run.
  public var doubles: [InputFile] { originals.map(\.double) }
  /// Each double with the file that stands for it.
  private(set) var originals: [(double: InputFile, original: InputFile)] = []
  /// Files that could not be used, with the reason.
  public private(set) var unusable: [UnusableFile] = []

  /// The number of messages.
  public var count: Int { queue.count }

  /// The number of lines of the declarations, and of other messages.
  var weight: Int { queue.reduce(0) { $0 + $1.weight } }

  /// The messages, without doubles, in canonical order.
  ///
  /// - Precondition: all were kept.
  public var messages: [ReceivedMessage] {
    queue.map { queued in
      guard let kept = queued.kept else { preconditionFailure("a message that was not kept is read in its turn") }
      return kept
    }
  }

  /// Reads files for a region.
  ///
  /// - Parameters:
  ///   - region: The region that the messages must be meant for; nil takes them all.
  ///   - reader: What reads the messages.
  ///   - takes: Whether a message with a header can be used; for a settlement that is ``SettleRun/takes(_:)``.
  ///   - books: Whether the messages are to be booked, so that their bytes are needed.
  ///   - keeping: Of how many bytes of files the messages are kept in memory; what comes after them is read again in its
  ///     turn.
  ///   - workers: The number of files that are read at the same time.
  ///   - progress: Called after each file with the number done and the total.
  /// - Throws: ``InputError`` when a file cannot be read from disk.
  public init(
    _ files: [InputFile], for region: RegionSnapshot?, reader: MessageReader = MessageReader(),
    takes: (MessageHeader) -> Bool = { _ in true }, books: Bool = true, keeping: Int = .max,
    workers: Int = Cores.count,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(InputError) {
    let contracts = region.map(RegionContracts.init)
    var seen: [Digest: InputFile] = [:]
    var left = keeping
    let kept: FileReading.Bytes = books ? .pack : files.count > 1 ? .digest : .drop
    let room = OrderedWork<Result<FileReading, InputError>>.Room(count: 64, weight: Self.bytesAhead) {
      files[$0].byteCount
    }
    let readings = OrderedWork(count: files.count, workers: workers, room: room) {
      let compressor = Compressor()
      return { position in
        Result { () throws(InputError) in try FileReading(files[position], with: reader, kept, compressor) }
      }
    }
    defer { readings.stop() }
    queue.reserveCapacity(files.count)
    while let read = try readings.next()?.get() {
      let file = read.file
      defer { progress(queue.count + originals.count + unusable.count, files.count) }
      guard let message = read.reading.message else {
        unusable.append(UnusableFile(file: file, reading: read.reading))
        continue
      }
      if let next = message.header.standard.release.successor, message.header.date >= next.live {
        unusable.append(UnusableFile(file: file, after: next, message))
        continue
      }
      guard takes(message.header) else {
        unusable.append(UnusableFile(file: file, notSettled: message))
        continue
      }
      let municipality = message.header.municipality
      if let contracts, !contracts.contains(municipality),
        NationalMunicipalities.validity(of: municipality) != .unknown
      {
        unusable.append(UnusableFile(file: file, otherRegion: message))
        continue
      }
      if let original = seen[read.digest] {
        originals.append((double: file, original: original))
        continue
      }
      seen[read.digest] = file
      var queued = QueuedMessage(ReceivedMessage(read, message))
      let weight = read.byteCount + Self.bytesOfMessage
      if weight > left, file.canBeReadAgain { queued.release() } else { left -= min(left, weight) }
      queue.append(queued)
    }
    queue.sort { $0.place < $1.place }
  }

  /// What a message that is kept counts for beside the bytes of its file: a small one takes more memory than its share.
  private static let bytesOfMessage = 8 << 10

  /// How many bytes of files are read before it is the turn of the first of them.
  private static let bytesAhead = 32 << 20

  /// The SHA-256 over the digests of all messages in their sorted order: what went in, whatever its names.
  public var digest: Digest {
    Ledger.digest(of: queue.map(\.digest).sorted().flatMap(\.bytes))
  }
}
