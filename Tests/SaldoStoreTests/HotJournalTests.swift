import Foundation
import GRDB
import SaldoTestLedger
import Testing

@testable import SaldoStore

/// A ledger that a killed run left with a journal to roll back.
struct HotJournalTests {
  @Test func `a reader takes back what was half-done`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/saldo-journal-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/a.saldo"
    let ledger = try Ledger(path: path, mode: .create)
    _ = try TestLedger.fill(ledger)
    let digest = try ledger.digest()
    try ledger.close()

    // A transaction that has reached the file and is not committed: the file and its journal, as a kill leaves them.
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE")
      try database.execute(sql: "CREATE TABLE half (text TEXT)")
      for _ in 0..<2_000 { try database.execute(sql: "INSERT INTO half VALUES (hex(randomblob(100)))") }
      for suffix in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: path + suffix, toPath: folder + "/b.saldo" + suffix)
      }
      try database.execute(sql: "ROLLBACK")
    }
    try FileManager.default.copyItem(atPath: path + LedgerKeys.suffix, toPath: folder + "/b.saldo" + LedgerKeys.suffix)
    #expect(FileManager.default.contents(atPath: folder + "/b.saldo-journal")?.isEmpty == false)
    let reader = try Ledger(path: folder + "/b.saldo", mode: .read)
    #expect(try reader.digest() == digest)
    #expect(try reader.verify().faults == [])
  }
}
