import Crypto
import SaldoTestSupport
import Testing

@testable import SaldoStore

/// Packing block by block against packing as a whole.
struct BlockPackingTests {
  /// Text that repeats and text that does not, larger than a block of zstd, its window and its output.
  private static let bytes: [UInt8] = {
    var random = SeededGenerator(seed: 5)
    let noise = (0..<700_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    return noise + Array(String(repeating: "<Prestatie>één</Prestatie>\r\n", count: 20_000).utf8) + noise
  }()

  private func packed(_ bytes: [UInt8], by portion: Int) -> BlockPacking {
    let packing = BlockPacking(compresses: true)
    for begin in stride(from: 0, to: bytes.count, by: portion) {
      bytes[begin..<min(begin + portion, bytes.count)].withUnsafeBytes { packing.take($0) }
    }
    return packing
  }

  @Test(arguments: [7, 4_096, 65_536, 3_000_000])
  func `blocks have the digest of the whole and come back as they were`(portion: Int) throws {
    let packed = packed(Self.bytes, by: portion).packed()
    #expect(packed.digest == PackedBytes(Self.bytes).digest)
    #expect(packed.byteCount == Self.bytes.count)
    // Half of it is noise, the other half two words over and over.
    #expect(packed.compressed.count < 1_500_000)
    let key = SymmetricKey(size: .bits256)
    let sealed = try Sealing.seal(packed, entry: 7, key: key)
    #expect(try Sealing.open(sealed, byteCount: packed.byteCount, entry: 7, key: key) == Self.bytes)
  }

  @Test(arguments: [0, 1, 255])
  func `few bytes are packed as well`(count: Int) throws {
    let bytes = [UInt8](repeating: 9, count: count)
    let packed = packed(bytes, by: 100).packed()
    #expect(packed.digest == PackedBytes(bytes).digest)
    let key = SymmetricKey(size: .bits256)
    let sealed = try Sealing.seal(packed, entry: 7, key: key)
    #expect(try Sealing.open(sealed, byteCount: count, entry: 7, key: key) == bytes)
  }

  @Test func `what only digests has the digest of the whole`() {
    let packing = BlockPacking(compresses: false)
    for byte in UInt8(0)..<200 { withUnsafeBytes(of: byte) { packing.take($0) } }
    #expect(packing.digest() == PackedBytes((0..<200).map { UInt8($0) }).digest)
  }
}
