import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoStore

/// A file as it was read, before it is known whether the run can use it.
struct FileReading: Sendable {
  let file: InputFile
  let byteCount: Int
  let reading: MessageReading
  let digest: Digest
  let packed: PackedBytes?

  /// What is kept of the bytes of a file.
  enum Bytes {
    /// Nothing: the file is compared with no other, and not booked. The number of a return message is made of the digest
    /// of the message that it answers, so that one is kept.
    case drop
    /// Their digest, to find files that are the same.
    case digest
    /// All of them, packed for the ledger.
    case pack
  }

  /// Reads a file.
  init(_ file: InputFile, with reader: MessageReader, _ keeping: Bytes) throws(InputError) {
    let bytes = try file.bytes()
    self.file = file
    byteCount = bytes.count
    reading = reader.read(bytes)
    switch keeping {
    case .pack where reading.message != nil:
      let packed = PackedBytes(bytes)
      (digest, self.packed) = (packed.digest, packed)
    case .digest where reading.message != nil, .drop where reading.message.map(OwedReturn.answers) == true:
      (digest, packed) = (Ledger.digest(of: bytes), nil)
    default: (digest, packed) = (.zero, nil)
    }
  }
}

extension ReceivedMessage {
  /// The message of a file.
  init(_ read: FileReading, _ message: Message) {
    self.init(
      file: read.file, digest: read.digest, packed: read.packed, message: message, signals: read.reading.signals)
  }
}
