import Foundation
public import SaldoLedger

/// The bytes of a message as a ledger stores them before it encrypts them: compressed, with their digest.
///
/// Made apart from booking, because it needs no ledger and can be done for several messages at the same time.
public struct PackedBytes: Sendable {
  /// The SHA-256 of the bytes.
  public let digest: SaldoLedger.Digest
  /// The number of bytes.
  public let byteCount: Int
  /// The bytes compressed with zstd.
  let compressed: Data

  /// Packs the bytes of a message.
  public init(_ bytes: [UInt8]) {
    self.init(digest: Sealing.digest(bytes), byteCount: bytes.count, compressed: Sealing.compress(bytes))
  }

  init(digest: SaldoLedger.Digest, byteCount: Int, compressed: Data) {
    self.digest = digest
    self.byteCount = byteCount
    self.compressed = compressed
  }
}
