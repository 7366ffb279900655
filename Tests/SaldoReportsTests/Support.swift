import Crypto
import Foundation
import SaldoDomain
import SaldoSettlement
@testable import SaldoStore
import SaldoTestLedger
import Testing

/// Ledgers and expected files of these tests.
enum Support {
  /// An empty ledger in memory whose pseudonyms are the same every time.
  static func emptyLedger() throws -> Ledger {
    let ledger = try Ledger()
    ledger.keys = LedgerKeys(pseudonymKey: SymmetricKey(data: Data(repeating: 7, count: 32)))
    return ledger
  }

  /// The ledger of the two months.
  static func ledger() throws -> (Ledger, TestLedger.Entries) {
    let ledger = try emptyLedger()
    let entries = try TestLedger.fill(ledger)
    return (ledger, entries)
  }

  /// Compares bytes with an expected file, or records them when `RECORD_GOLDEN=1` and fails.
  static func expect(_ bytes: [UInt8], isGolden name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
  {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(bytes).write(to: file)
      Issue.record("recorded \(name); look at the difference and run again", sourceLocation: sourceLocation)
    } else {
      let expected = try #require(FileManager.default.contents(atPath: file.path), sourceLocation: sourceLocation)
      #expect(Data(bytes) == expected, "\(name) differs", sourceLocation: sourceLocation)
    }
  }
}

/// The text of bytes.
func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
