import CZstd
import Foundation

/// Gives back packed bytes block by block, so that they are never whole in memory.
public final class BlockUnpacking {
  private let packed: PackedBytes
  private let stream: OpaquePointer
  /// How many of the compressed bytes were taken.
  private var taken = 0

  /// - Parameter packed: The bytes, from the first one on.
  public init(_ packed: PackedBytes) {
    guard let stream = ZSTD_createDCtx() else { preconditionFailure("zstd has the memory for a stream") }
    self.packed = packed
    self.stream = stream
  }

  deinit { ZSTD_freeDCtx(stream) }

  /// Puts the next bytes at the begin of a buffer and gives their number; 0 at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    packed.compressed.withUnsafeBytes { compressed in
      var input = ZSTD_inBuffer(src: compressed.baseAddress, size: compressed.count, pos: taken)
      var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
      var isStuck = false
      while output.pos < output.size, !isStuck {
        let before = (input.pos, output.pos)
        let rest = ZSTD_decompressStream(stream, &output, &input)
        precondition(ZSTD_isError(rest) == 0, "what was packed here can be unpacked")
        isStuck = (input.pos, output.pos) == before
      }
      taken = input.pos
      return output.pos
    }
  }
}
