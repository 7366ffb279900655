import SaldoStore
import SaldoTestSupport
import Testing

/// Packed bytes that come out again.
struct BlockUnpackingTests {
  /// Bytes that can be packed a little, of sizes around those of zstd's blocks (128 KiB).
  private static let contents: [[UInt8]] = [0, 1, 4_096, 131_071, 131_072, 131_073, 700_001].map { count in
    var random = SeededGenerator(seed: UInt64(count))
    return (0..<count).map { _ in UInt8.random(in: 60...70, using: &random) }
  }

  /// Both ways of packing: at once, and block by block.
  private func packed(_ bytes: [UInt8]) -> [PackedBytes] {
    let packing = BlockPacking(compresses: true)
    for start in stride(from: 0, to: bytes.count, by: 50_000) {
      bytes[start..<min(start + 50_000, bytes.count)].withUnsafeBytes { packing.take($0) }
    }
    return [PackedBytes(bytes), packing.packed()]
  }

  @Test(arguments: [1_000, 65_536, 1_000_000])
  func `what was packed comes out block by block`(block: Int) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: block, alignment: 1)
    defer { buffer.deallocate() }
    for bytes in Self.contents {
      for packed in packed(bytes) {
        let blocks = BlockUnpacking(packed)
        var out: [UInt8] = []
        while case let count = blocks.read(into: buffer), count > 0 {
          #expect(count <= block)
          out += buffer[..<count]
        }
        #expect(out == bytes)
        #expect(blocks.read(into: buffer) == 0)
      }
    }
  }

  @Test func `what was packed comes out as a whole`() {
    for bytes in Self.contents {
      for packed in packed(bytes) {
        #expect(packed.unpacked() == bytes)
        #expect(packed.packedCount < max(bytes.count, 100))
      }
    }
  }
}
