public import SaldoDomain
public import SaldoLedger
import SaldoStore

/// A message that was read, with the bytes that it was read from.
public struct ReceivedMessage: Sendable {
  /// The file.
  public let file: InputFile
  /// The SHA-256 of its bytes; zeros of the only file of a run that books nothing and owes it no return message.
  public let digest: Digest
  /// The message.
  public let message: Message
  /// Remarks on the form of the file.
  public let signals: [Finding]
  /// The bytes of the file as a ledger stores them; nil in a run that books nothing.
  private let packed: PackedBytes?

  init(file: InputFile, digest: Digest, packed: PackedBytes?, message: Message, signals: [Finding]) {
    self.file = file
    self.digest = digest
    self.packed = packed
    self.message = message
    self.signals = signals
  }

  /// How many bytes those of the file are, packed; 0 in a run that books nothing.
  var packedCount: Int { packed?.packedCount ?? 0 }

  /// The bytes of the file as a ledger stores them.
  ///
  /// - Precondition: the run books.
  var bytes: PackedBytes {
    guard let packed else { preconditionFailure("a run that books nothing does not keep the bytes") }
    return packed
  }
}
