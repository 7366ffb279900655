import Foundation
import GRDB
import SaldoDomain
import SaldoLedger
import SaldoRuns
import Testing

@testable import SaldoStore

/// A replay finds nothing when nothing was changed, and names what was.
struct ReplayTests {
  @Test func `the two months of the sample replay without difference`() throws {
    let merenland = try Merenland.settled()
    defer { merenland.remove() }
    let result = try ReplayRun(of: merenland.ledger).replay()
    #expect(result.differences == [])
    #expect(result.messages == 140)
    #expect(try merenland.ledger.verify().faults == [])
  }

  @Test func `a price that is changed by hand in the recorded region is found by replay and verify`() throws {
    let merenland = try Merenland.settled()
    defer { merenland.remove() }
    try change(entry: 1, in: merenland) { raw in
      var region = try JSONDecoder().decode(RegionSnapshot.self, from: Data(raw))
      let row = try #require(region.prices.firstIndex { $0.price == Euros(cents: 8820) })
      region.prices[row].price = Euros(cents: 8830)
      return try CanonicalJSON.encode(region)
    }
    let ledger = try Ledger(path: merenland.ledgerPath, mode: .read)
    #expect(try ledger.verify().faults == [LedgerFault(entry: 1, kind: .raw)])
    let differences = try ReplayRun(of: ledger).replay().differences
    #expect(differences.first == ReplayDifference(entry: 1, kind: .raw))
    // W-3-001 was approved at € 88,20 an hour; at € 88,30 its tariff and its amount no longer fit.
    #expect(
      differences.contains { difference in
        if case .line(_, recorded: [], let replayed) = difference.kind {
          return replayed == [ReturnCode(rawValue: "0611")]
        }
        return false
      })
    #expect(differences.contains { if case .granted = $0.kind { true } else { false } })
    #expect(differences.contains { if case .postings = $0.kind { true } else { false } })
  }

  @Test func `a changed posting is found by replay and verify`() throws {
    let merenland = try Merenland.settled()
    defer { merenland.remove() }
    let line: Int64 = try tamper(merenland) { database in
      let line = try Int64.fetchOne(database, sql: "SELECT MIN(line) FROM linePosting")!
      try database.execute(
        sql: "UPDATE linePosting SET amountCents = amountCents + 1 WHERE line = ?", arguments: [line])
      return line
    }
    let entry = line >> 20
    let ledger = try Ledger(path: merenland.ledgerPath, mode: .read)
    #expect(
      try ledger.verify().faults
        == [
          LedgerFault(entry: entry, kind: .postings), LedgerFault(entry: nil, kind: .register),
        ])
    let differences = try ReplayRun(of: ledger).replay().differences
    #expect(differences.map(\.entry) == [entry])
  }

  @Test(arguments: [
    (
      "allocationVersion",
      "UPDATE allocationVersion SET volume = volume + 1 WHERE id = (SELECT MIN(id) FROM allocationVersion WHERE volume > 0)"
    ),
    ("line", "UPDATE line SET volume = volume + 1 WHERE id = (SELECT MAX(id) FROM line)"),
    ("provider", "UPDATE provider SET code = '99999999' WHERE id = 1"),
  ])
  func `a changed register is found by replay`(table: String, change: String) throws {
    let merenland = try Merenland.settled()
    defer { merenland.remove() }
    try tamper(merenland) { try $0.execute(sql: change) }
    let ledger = try Ledger(path: merenland.ledgerPath, mode: .read)
    let kinds = try ReplayRun(of: ledger).replay().differences.map(\.kind)
    #expect(kinds.contains(.register(table: table)))
  }

  @Test func `an account on another agreement is found by verify`() throws {
    let merenland = try Merenland.settled()
    defer { merenland.remove() }
    try tamper(merenland) { try $0.execute(sql: "UPDATE account SET agreement = 'ANDERS' WHERE id = 1") }
    let faults = try Ledger(path: merenland.ledgerPath, mode: .read).verify().faults
    #expect(faults.contains { $0.kind == .postings })
  }

  @Test func `an entry that was taken out is found by verify and stops the replay`() throws {
    let merenland = try Merenland.settled()
    defer { merenland.remove() }
    try tamper(merenland) { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: "DELETE FROM journalEntry WHERE number = 50")
    }
    let ledger = try Ledger(path: merenland.ledgerPath, mode: .read)
    let kinds = try ledger.verify().faults.filter { $0.entry == 51 }.map(\.kind)
    #expect(kinds == [.numbering, .chain])
    #expect(
      try ReplayRun(of: ledger).replay().differences.last == ReplayDifference(entry: 50, kind: .unreadable))
  }

  @Test func `only the months that are asked for are compared`() throws {
    let merenland = try Merenland.settled()
    defer { merenland.remove() }
    let result = try ReplayRun(of: merenland.ledger).replay(from: CalendarMonth(iso: "2026-05"))
    #expect(result.differences == [])
    #expect(result.messages == 34)
  }

  /// Replaces the stored bytes of an entry, sealed with the right key but without a new hash.
  private func change(entry: Int64, in merenland: Merenland, _ change: ([UInt8]) throws -> [UInt8]) throws {
    let changed = try change(try merenland.ledger.rawBytes(of: entry))
    let year = try merenland.ledger.read { database in
      try Int.fetchOne(database, sql: "SELECT keyYear FROM rawBytes WHERE entry = ?", arguments: [entry])!
    }
    let key = try #require(merenland.ledger.keys.key(forYear: year))
    try tamper(merenland) { database in
      try database.execute(
        sql: "UPDATE rawBytes SET byteCount = ?, sealed = ? WHERE entry = ?",
        arguments: [changed.count, try Sealing.seal(PackedBytes(changed), entry: entry, key: key), entry])
    }
  }

  /// Does what the triggers forbid, as somebody with the file in hands could.
  @discardableResult
  private func tamper<T>(_ merenland: Merenland, _ work: (Database) throws -> T) throws -> T {
    try merenland.ledger.close()
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: merenland.ledgerPath, configuration: configuration)
    return try queue.writeWithoutTransaction { database in
      for table in ["journalEntry", "rawBytes", "linePosting", "dayPosting"] {
        try database.execute(
          sql: "DROP TRIGGER \(table)IsNeverUpdated; DROP TRIGGER \(table)IsNeverDeleted")
      }
      return try work(database)
    }
  }
}
