import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoStore

/// A message of a run that waits for its turn: what decides its place, and the message itself while there is room for it.
struct QueuedMessage: Sendable {
  /// The file.
  let file: InputFile
  /// The SHA-256 of its bytes.
  let digest: Digest
  /// The kind of message.
  let kind: MessageKind
  /// The number of lines, of a declaration; 1 for every other message.
  let weight: Int
  /// Where it stands among the messages of the run.
  let place: CanonicalPlace
  /// The message, when it was kept.
  private(set) var kept: ReceivedMessage?

  init(_ received: ReceivedMessage) {
    file = received.file
    digest = received.digest
    kind = received.message.header.kind
    if case .declaration(let declaration) = received.message {
      weight = declaration.lines.count
    } else {
      weight = 1
    }
    place = CanonicalPlace(of: received.message, digest: received.digest)
    kept = received
  }

  /// Lets the message go; it is read again when its turn comes.
  mutating func release() { kept = nil }

  /// The message.
  ///
  /// - Throws: ``InputError/unreadable(path:)``, ``InputError/changed(path:)``.
  func load(with reader: MessageReader) throws(InputError) -> ReceivedMessage {
    if let kept { return kept }
    let read = try FileReading(file, with: reader, .pack)
    guard read.digest == digest, let message = read.reading.message else { throw .changed(path: file.path) }
    return ReceivedMessage(read, message)
  }
}
