import CZstd
import Foundation

/// Compresses bytes with zstd, in the memory of the bytes before: for a small message to get that memory costs as much as to
/// compress it.
///
/// One thread has it at a time.
public final class Compressor {
  private let context: OpaquePointer

  /// A compressor that has compressed nothing yet.
  public init() {
    guard let context = ZSTD_createCCtx() else { preconditionFailure("zstd has the memory for a context") }
    self.context = context
  }

  deinit { ZSTD_freeCCtx(context) }

  /// Bytes, compressed.
  func compress(_ bytes: [UInt8]) -> Data {
    var compressed = Data(count: ZSTD_compressBound(bytes.count))
    let count = compressed.withUnsafeMutableBytes { target in
      bytes.withUnsafeBytes {
        ZSTD_compressCCtx(
          context, target.baseAddress, target.count, $0.baseAddress, $0.count, Sealing.compressionLevel)
      }
    }
    precondition(ZSTD_isError(count) == 0, "compressing into a buffer of the bound's size cannot fail")
    return Data(compressed[..<count])
  }
}
