import CZstd
import Crypto
import Foundation
public import SaldoLedger

/// Digests and packs the bytes of a message that come in block by block, without keeping them.
public final class BlockPacking {
  private var hash = SHA256()
  private var byteCount = 0
  private var compressed = Data()
  /// The stream of zstd; nil when only the digest is asked for.
  private let stream: OpaquePointer?

  /// - Parameter compresses: Whether the bytes are packed, or only digested.
  public init(compresses: Bool) {
    stream = compresses ? ZSTD_createCCtx() : nil
    precondition(compresses == (stream != nil), "zstd has the memory for a stream")
    if let stream { ZSTD_CCtx_setParameter(stream, ZSTD_c_compressionLevel, Sealing.compressionLevel) }
  }

  deinit { ZSTD_freeCCtx(stream) }

  /// Takes the next bytes.
  public func take(_ block: UnsafeRawBufferPointer) {
    hash.update(bufferPointer: block)
    byteCount += block.count
    compress(block, ZSTD_e_continue)
  }

  /// The SHA-256 of all bytes.
  public func digest() -> SaldoLedger.Digest { SaldoLedger.Digest(bytes: Array(hash.finalize()))! }

  /// All bytes, packed; nothing can be taken after them.
  ///
  /// - Precondition: it compresses.
  public func packed() -> PackedBytes {
    precondition(stream != nil, "what only digests cannot pack")
    compress(UnsafeRawBufferPointer(start: nil, count: 0), ZSTD_e_end)
    return PackedBytes(digest: digest(), byteCount: byteCount, compressed: compressed)
  }

  private func compress(_ block: UnsafeRawBufferPointer, _ directive: ZSTD_EndDirective) {
    guard let stream else { return }
    var input = ZSTD_inBuffer(src: block.baseAddress, size: block.count, pos: 0)
    withUnsafeTemporaryAllocation(byteCount: ZSTD_CStreamOutSize(), alignment: 1) { buffer in
      var rest = 1
      while directive == ZSTD_e_end ? rest > 0 : input.pos < input.size {
        var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
        rest = ZSTD_compressStream2(stream, &output, &input, directive)
        precondition(ZSTD_isError(rest) == 0, "a stream takes whatever comes in")
        compressed.append(contentsOf: buffer[..<output.pos])
      }
    }
  }
}
