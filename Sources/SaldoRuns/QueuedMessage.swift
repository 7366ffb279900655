import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoStore

/// A message of a run that waits for its turn: what decides its place, and the message itself while there is room for it.
struct QueuedMessage: Sendable {
  /// What is in memory of a message that waits.
  enum Content: Sendable {
    /// The message; not in the queue itself, which would take as much for those that are not kept.
    indirect case message(ReceivedMessage)
    /// The bytes of a large declaration of which only the head was read.
    case packed(PackedBytes)
    /// Nothing: its file is read in its turn.
    case file
  }

  /// What a message turns out to be in its turn.
  enum Turn {
    /// One to settle.
    case message(ReceivedMessage)
    /// A file that goes wrong after its head.
    case unusable(UnusableFile)
  }

  /// The file.
  let file: InputFile
  /// The SHA-256 of its bytes.
  let digest: Digest
  /// The kind of message.
  let kind: MessageKind
  /// The number of its bytes, and one more: how much of the work of a run it is.
  let weight: Int
  /// Where it stands among the messages of the run.
  let place: CanonicalPlace
  /// Whether all of it was read.
  let isRead: Bool
  /// What is in memory of it.
  private(set) var content: Content

  init(_ received: ReceivedMessage, byteCount: Int) {
    file = received.file
    digest = received.digest
    kind = received.message.header.kind
    weight = byteCount + 1
    place = CanonicalPlace(of: received.message, digest: received.digest)
    isRead = true
    content = .message(received)
  }

  init(_ declaration: PackedDeclaration) {
    file = declaration.file
    digest = declaration.digest
    kind = .declaration
    weight = declaration.byteCount + 1
    place = CanonicalPlace(of: declaration.head, digest: digest)
    isRead = false
    content = declaration.packed.map { .packed($0) } ?? .file
  }

  /// About how many bytes of memory it takes, beside its place in the queue.
  var memory: Int {
    switch content {
    // The values of a message are an eighth of its text, and some more.
    case .message(let received): Self.memoryOfMessage + weight / 8 + received.packedCount
    case .packed(let packed): packed.packedCount
    case .file: 0
    }
  }

  private static let memoryOfMessage = 1_000

  /// Lets it go; its file is read again when its turn comes.
  mutating func release() { content = .file }

  /// The message, as far as it was read and kept.
  var message: ReceivedMessage? {
    if case .message(let received) = content { received } else { nil }
  }

  /// Reads what was not read or not kept.
  ///
  /// - Parameter compressor: What packs a file that is read again; of one that loads many messages one after the other.
  /// - Throws: ``InputError/unreadable(path:)``, ``InputError/changed(path:)``.
  func load(with reader: MessageReader, _ compressor: Compressor = Compressor()) throws(InputError) -> Turn {
    switch content {
    case .message(let received): return .message(received)
    case .packed(let packed):
      let blocks = BlockUnpacking(packed)
      let reading = reader.read(filling: { blocks.read(into: $0) }, orWhole: { packed.unpacked() })
      guard let message = reading.message else {
        return .unusable(UnusableFile(file: file, reading: reading, digest: digest))
      }
      return .message(
        ReceivedMessage(file: file, digest: digest, packed: packed, message: message, signals: reading.signals))
    case .file:
      let read = try FileReading(file, with: reader, .pack, compressor)
      // The digest comes with messages only.
      let found = read.reading.message == nil ? Ledger.digest(of: try file.bytes()) : read.digest
      guard found == digest else { throw .changed(path: file.path) }
      guard let message = read.reading.message else {
        return .unusable(UnusableFile(file: file, reading: read.reading, digest: digest))
      }
      return .message(ReceivedMessage(read, message))
    }
  }
}
