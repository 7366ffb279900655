public import SaldoDomain
public import SaldoLedger
public import SaldoMessages
import SaldoStore
import Synchronization

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
  private(set) var originals: [(double: InputFile, original: InputFile, digest: Digest)] = []
  /// Files that could not be used, with the reason.
  public private(set) var unusable: [UnusableFile] = []

  /// The number of messages.
  public var count: Int { queue.count }

  /// How much work the messages are, in the bytes of their files.
  var weight: Int { queue.reduce(0) { $0 + $1.weight } }

  /// About how many bytes of memory the messages take that are kept.
  var memory: Int { queue.reduce(0) { $0 + $1.memory } }

  /// The messages, without doubles, in canonical order.
  ///
  /// - Precondition: all were kept.
  public var messages: [ReceivedMessage] {
    queue.map { queued in
      guard let message = queued.message else { preconditionFailure("a message that was not kept is read in its turn") }
      return message
    }
  }

  /// Reads files for a region.
  ///
  /// - Parameters:
  ///   - region: The region that the messages must be meant for; nil takes them all.
  ///   - reader: What reads the messages.
  ///   - takes: Whether a message with a header can be used; for a settlement that is ``SettleRun/takes(_:)``.
  ///   - books: Whether the messages are to be booked, so that their bytes are needed.
  ///   - keeping: How many bytes of memory the messages may take that wait for their turn; what comes after them is read
  ///     again in its turn. With a bound, only the head is read of a large declaration that is not the only file: the rest
  ///     is in its turn, and it may turn out not to be usable.
  ///   - limit: The largest size of a declaration that is read as a whole all the same, in bytes.
  ///   - workers: The number of files that are read at the same time.
  ///   - progress: Called after each file with the number done and the total.
  /// - Throws: ``InputError`` when a file cannot be read from disk.
  public init(
    _ files: [InputFile], for region: RegionSnapshot?, reader: MessageReader = MessageReader(),
    takes: (MessageHeader) -> Bool = { _ in true }, books: Bool = true, keeping: Int? = nil,
    wholeUpTo limit: Int = 65_536, workers: Int = Cores.count,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(InputError) {
    let contracts = region.map(RegionContracts.init)
    var seen: [Digest: InputFile] = [:]
    var left = keeping ?? .max
    let kept: FileReading.Bytes = books ? .pack : files.count > 1 ? .digest : .drop
    let readsHeads = books && keeping != nil && files.count > 1
    let isFull = Fullness()
    let room = OrderedWork<Result<Read, InputError>>.Room(count: 64, weight: Self.bytesAhead) {
      files[$0].byteCount
    }
    let readings = OrderedWork(count: files.count, workers: workers, room: room) {
      let compressor = Compressor()
      return { position in
        Result { () throws(InputError) in
          let file = files[position]
          // What is read again is packed then.
          let packs = !(isFull.value && file.canBeReadAgain)
          if readsHeads, let declaration = try PackedDeclaration(file, with: reader, packs: packs, largerThan: limit) {
            return .head(declaration)
          }
          return .whole(try FileReading(file, with: reader, packs || kept != .pack ? kept : .digest, compressor))
        }
      }
    }
    defer { readings.stop() }
    queue.reserveCapacity(files.count)
    while let read = try readings.next()?.get() {
      defer { progress(queue.count + originals.count + unusable.count, files.count) }
      var queued: QueuedMessage
      let header: MessageHeader
      switch read {
      case .head(let declaration):
        queued = QueuedMessage(declaration)
        header = declaration.head.header
      case .whole(let read):
        guard let message = read.reading.message else {
          unusable.append(UnusableFile(file: read.file, reading: read.reading))
          continue
        }
        queued = QueuedMessage(ReceivedMessage(read, message), byteCount: read.byteCount)
        header = message.header
      }
      let file = queued.file
      if let next = header.standard.release.successor, header.date >= next.live {
        unusable.append(UnusableFile(file: file, after: next, header))
        continue
      }
      guard takes(header) else {
        unusable.append(UnusableFile(file: file, notSettled: header))
        continue
      }
      if let contracts, !contracts.contains(header.municipality),
        NationalMunicipalities.validity(of: header.municipality) != .unknown
      {
        unusable.append(UnusableFile(file: file, otherRegion: header))
        continue
      }
      if let original = seen[queued.digest] {
        originals.append((double: file, original: original, digest: queued.digest))
        continue
      }
      seen[queued.digest] = file
      if queued.memory > left { isFull.value = true }
      if isFull.value, file.canBeReadAgain { queued.release() } else { left -= min(left, queued.memory) }
      queue.append(queued)
    }
    queue.sort { $0.place < $1.place }
  }

  /// What was read of a file.
  private enum Read: Sendable {
    case head(PackedDeclaration)
    case whole(FileReading)
  }

  /// Whether there is no room for what comes next.
  private final class Fullness: Sendable {
    private let isFull = Atomic(false)

    var value: Bool {
      get { isFull.load(ordering: .relaxed) }
      set { isFull.store(newValue, ordering: .relaxed) }
    }
  }

  /// How many bytes of files are read before it is the turn of the first of them.
  private static let bytesAhead = 32 << 20

  /// Reads large declarations as a whole until one message is known to be usable, so that nothing begins without any.
  ///
  /// - Throws: ``InputError`` when a file that is read again is gone or another one.
  public mutating func findUsable(reader: MessageReader = MessageReader()) throws(InputError) {
    while let first = queue.first(where: { !$0.isRead }), !queue.contains(where: \.isRead) {
      guard case .unusable(let file) = try first.load(with: reader) else { return }
      leaveOut([file])
    }
  }

  /// Counts files as unusable that turned out so in their turn, with those that hold the same bytes.
  public mutating func leaveOut(_ files: [UnusableFile]) {
    guard !files.isEmpty else { return }
    let byBytes = Dictionary(files.map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
    queue.removeAll { byBytes[$0.digest] != nil }
    unusable += files + originals.compactMap { byBytes[$0.digest]?.named($0.double) }
    originals.removeAll { byBytes[$0.digest] != nil }
  }

  /// Lets go of what is in memory of the messages, which nobody needs after the run.
  public mutating func release() {
    for index in queue.indices { queue[index].release() }
  }

  /// The SHA-256 over the digests of all messages in their sorted order: what went in, whatever its names.
  public var digest: Digest {
    Ledger.digest(of: queue.map(\.digest).sorted().flatMap(\.bytes))
  }
}
