import Foundation
import GRDB
import SaldoDomain
import SaldoLedger
@testable import SaldoStore
import SaldoTestLedger
import Testing

struct LedgerFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func mode(of path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test func `a ledger and its keys are for their owner alone`() throws {
    try folder.fill()
    #expect(try mode(of: folder.ledger) == 0o600)
    #expect(try mode(of: folder.ledger + ".keys") == 0o600)
  }

  @Test func `files beside an open ledger are for their owner alone`() throws {
    let ledger = try Ledger(path: folder.ledger, mode: .create)
    _ = try TestLedger.fill(ledger)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) {
      #expect(try mode(of: folder.url.appending(path: name).path) == 0o600, "\(name)")
    }
    #expect(try ledger.verify().faults.isEmpty)
  }

  @Test func `a ledger that is opened again holds the same`() throws {
    try folder.fill()
    let ledger = try Ledger(path: folder.ledger, mode: .read)
    let verification = try ledger.verify()
    #expect(verification.faults.isEmpty)
    #expect(verification.entries == 12)
    #expect(verification.messages == 11)
    #expect(verification.postings == 12)
    #expect(verification.sealed == 0)
    #expect(verification.digest == (try ledger.digest().hex))
  }

  @Test func `a missing file is not made for reading`() throws {
    #expect(throws: LedgerError.missing(path: folder.ledger)) { try Ledger(path: folder.ledger, mode: .read) }
    #expect(!FileManager.default.fileExists(atPath: folder.ledger))
  }

  @Test(arguments: [Ledger.Mode.read, .create])
  func `a folder is no ledger`(mode: Ledger.Mode) throws {
    #expect(throws: LedgerError.notALedger(path: folder.url.path)) { try Ledger(path: folder.url.path, mode: mode) }
  }

  @Test(arguments: [Ledger.Mode.read, .create])
  func `a text file is no ledger`(mode: Ledger.Mode) throws {
    try String(repeating: "This is no ledger.\n", count: 100).write(
      toFile: folder.ledger, atomically: false, encoding: .utf8)
    #expect(throws: LedgerError.notALedger(path: folder.ledger)) { try Ledger(path: folder.ledger, mode: mode) }
    #expect(!FileManager.default.fileExists(atPath: folder.ledger + ".keys"))
  }

  @Test(arguments: [Ledger.Mode.read, .create])
  func `a database of another program is no ledger`(mode: Ledger.Mode) throws {
    let queue = try DatabaseQueue(path: folder.ledger)
    try queue.write { try $0.execute(sql: "CREATE TABLE other (id INTEGER)") }
    try queue.close()
    #expect(throws: LedgerError.notALedger(path: folder.ledger)) { try Ledger(path: folder.ledger, mode: mode) }
  }

  @Test(arguments: [Ledger.Mode.read, .create])
  func `an empty file is a new ledger for writing and none for reading`(mode: Ledger.Mode) throws {
    try Data().write(to: URL(fileURLWithPath: folder.ledger))
    switch mode {
    case .create: #expect(try Ledger(path: folder.ledger, mode: .create).lastEntry() == nil)
    case .read: #expect(throws: LedgerError.self) { try Ledger(path: folder.ledger, mode: .read) }
    }
  }

  @Test(arguments: [Ledger.Mode.read, .create])
  func `a ledger of a later version is refused`(mode: Ledger.Mode) throws {
    try folder.fill()
    try folder.tamper("PRAGMA user_version = 11")
    #expect(throws: LedgerError.newerFormat(path: folder.ledger, found: 11, supported: 10)) {
      try Ledger(path: folder.ledger, mode: mode)
    }
  }

  @Test(arguments: [Ledger.Mode.read, .create])
  func `a ledger with entries asks for its keys`(mode: Ledger.Mode) throws {
    try folder.fill()
    let keys = folder.ledger + ".keys"
    try FileManager.default.removeItem(atPath: keys)
    #expect(throws: LedgerError.keysUnreadable(path: keys)) { try Ledger(path: folder.ledger, mode: mode) }
    #expect(!FileManager.default.fileExists(atPath: keys))
  }

  @Test func `a key file that does not read back is an error`() throws {
    try folder.fill()
    let keys = folder.ledger + ".keys"
    try "{}".write(toFile: keys, atomically: false, encoding: .utf8)
    #expect(throws: LedgerError.keysUnreadable(path: keys)) { try Ledger(path: folder.ledger, mode: .create) }
  }

  @Test func `a ledger for reading cannot be written`() throws {
    try folder.fill()
    let ledger = try Ledger(path: folder.ledger, mode: .read)
    #expect(throws: LedgerError.self) { try TestLedger.fill(ledger) }
  }

  @Test func `destroying the key of a year seals its messages and leaves the rest sound`() throws {
    try folder.fill()
    let file = URL(fileURLWithPath: folder.ledger + ".keys")
    var keys = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    #expect((keys["years"] as? [String: String])?.keys.sorted() == ["2026"])
    keys["years"] = [String: String]()
    try JSONSerialization.data(withJSONObject: keys).write(to: file)
    let ledger = try Ledger(path: folder.ledger, mode: .read)
    let verification = try ledger.verify()
    #expect(verification.faults.isEmpty)
    #expect(verification.sealed == 12)
    #expect(verification.postings == 12)
    #expect(throws: LedgerError.sealed(entry: 7, year: 2026)) { try ledger.rawBytes(of: 7) }
  }
}
