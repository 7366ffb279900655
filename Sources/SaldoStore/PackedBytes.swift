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
  ///
  /// - Parameter compressor: One that packed other messages before; they have no say in what comes out.
  public init(_ bytes: [UInt8], with compressor: Compressor = Compressor()) {
    self.init(digest: Sealing.digest(bytes), byteCount: bytes.count, compressed: compressor.compress(bytes))
  }

  init(digest: SaldoLedger.Digest, byteCount: Int, compressed: Data) {
    self.digest = digest
    self.byteCount = byteCount
    self.compressed = compressed
  }

  /// How many bytes they take, packed.
  public var packedCount: Int { compressed.count }

  /// All bytes.
  public func unpacked() -> [UInt8] {
    let blocks = BlockUnpacking(self)
    return [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      while count < byteCount {
        let part = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let read = blocks.read(into: part)
        precondition(read > 0, "as many bytes come out as went in")
        count += read
      }
    }
  }
}
