import CZstd
import Crypto
import Foundation
import SaldoDomain
public import SaldoLedger

/// Compresses and encrypts what is stored, and hashes it.
enum Sealing {
  /// The SHA-256 of bytes.
  static func digest(_ bytes: some DataProtocol) -> SaldoLedger.Digest {
    SaldoLedger.Digest(bytes: Array(SHA256.hash(data: bytes)))!
  }

  /// Compressed bytes, encrypted with AES-GCM; the entry number is authenticated with them.
  static func seal(_ bytes: PackedBytes, entry: JournalNumber, key: SymmetricKey) throws -> Data {
    let box = try AES.GCM.seal(bytes.compressed, using: key, authenticating: context(entry))
    return box.combined!
  }

  /// The bytes of a sealed box.
  ///
  /// - Throws: ``LedgerError/damaged(entry:)`` when the box does not open or does not hold `byteCount` bytes.
  static func open(_ sealed: Data, byteCount: Int, entry: JournalNumber, key: SymmetricKey) throws -> [UInt8] {
    guard let box = try? AES.GCM.SealedBox(combined: sealed),
      let compressed = try? AES.GCM.open(box, using: key, authenticating: context(entry)),
      let bytes = decompress([UInt8](compressed), byteCount: byteCount)
    else { throw LedgerError.damaged(entry: entry) }
    return bytes
  }

  private static func context(_ entry: JournalNumber) -> Data { Data("saldo entry \(entry)".utf8) }

  /// The level of zstd: the fastest is good enough for messages.
  static let compressionLevel: Int32 = 1

  private static func decompress(_ bytes: [UInt8], byteCount: Int) -> [UInt8]? {
    guard byteCount >= 0, byteCount <= 1 << 30 else { return nil }
    var failed = false
    let result = [UInt8](unsafeUninitializedCapacity: max(byteCount, 1)) { buffer, count in
      let written = bytes.withUnsafeBytes { ZSTD_decompress(buffer.baseAddress, byteCount, $0.baseAddress, $0.count) }
      failed = ZSTD_isError(written) != 0 || written != byteCount
      count = failed ? 0 : written
    }
    return failed ? nil : result
  }
}

extension Ledger {
  /// The SHA-256 of bytes, as the ledger counts it.
  public static func digest(of bytes: [UInt8]) -> SaldoLedger.Digest { Sealing.digest(bytes) }
}
