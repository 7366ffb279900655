import Foundation
import GRDB
import SaldoDomain
import SaldoLedger
import SaldoRuns
import SaldoSettlement
import SaldoTestSupport
import Testing

@testable import SaldoStore

/// A ledger with declarations that waited is proven like any other: the same in any order and after any kill, and nothing
/// can be changed, left out or added.
struct HoldProofTests {
  /// A ledger in which B was decided by an outcome (entry 6), and G waits (entry 8).
  private static func ledger(seed: UInt64 = 1) throws -> HeldCare {
    let care = try HeldCare.waiting(seed: seed)
    care.recordOutcome()
    try care.settle(
      [
        HeldCare.declared([HeldCare.line("A2", month: 7, on: 1002)], over: 7),
        HeldCare.declared([HeldCare.line("G", month: 8, on: 1002)], over: 8),
      ], asOf: "2025-09-01")
    return care
  }

  @Test func `verify and replay find nothing in a sound ledger`() throws {
    let care = try Self.ledger()
    #expect(try care.ledger.waiting() == [8])
    let verification = try care.ledger.verify()
    #expect(verification.faults == [])
    #expect(verification.entries == 8 && verification.messages == 5 && verification.postings == 6)
    let replay = try ReplayRun(of: care.ledger).replay()
    #expect(replay.differences == [] && replay.entries == 8 && replay.messages == 5)
    // Decided in another month than that in which it came in.
    #expect(try ReplayRun(of: care.ledger).replay(from: CalendarMonth(iso: "2025-09")).entries == 4)
  }

  /// A change behind the back of the program, with what verify and replay must name.
  struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    let sql: String
    var verify: LedgerFault?
    var replay: ReplayDifference.Kind?
    var testDescription: String { name }
  }

  private static func fault(_ entry: Int64?, _ kind: LedgerFault.Kind) -> LedgerFault {
    LedgerFault(entry: entry, kind: kind)
  }

  static let changes: [Change] = [
    .init(
      name: "a decision that is no longer one", sql: "UPDATE hold SET decision = NULL WHERE message = 4",
      verify: fault(6, .register), replay: .register(table: "hold")),
    .init(
      name: "a hold that is decided", sql: "UPDATE hold SET decision = 5 WHERE message = 8",
      verify: fault(nil, .register), replay: .register(table: "hold")),
    .init(
      name: "a hold that is gone", sql: "DELETE FROM hold WHERE message = 8", verify: fault(8, .register),
      replay: .register(table: "hold")),
    .init(
      name: "a hold of a declaration that never waited", sql: "INSERT INTO hold VALUES (3, NULL)",
      verify: fault(3, .register), replay: .register(table: "hold")),
    .init(
      name: "a line that waits and takes nothing", sql: "UPDATE line SET isApproved = 0 WHERE id = 8 << 20",
      verify: fault(8, .register), replay: .register(table: "line")),
    .init(
      name: "a line that is rejected after its decision", sql: "UPDATE line SET isApproved = 0 WHERE id = 4 << 20",
      verify: fault(6, .register), replay: .register(table: "line")),
    .init(
      name: "a line that waits and is gone", sql: "DELETE FROM line WHERE id = 8 << 20", verify: fault(8, .register),
      replay: .register(table: "line")),
    .init(
      name: "a message that waits and is not processed", sql: "UPDATE message SET isProcessed = 0 WHERE entry = 8",
      verify: fault(8, .register), replay: .register(table: "message")),
    .init(
      name: "postings of a decision that are gone", sql: "DELETE FROM linePosting WHERE line = 4 << 20",
      verify: fault(6, .postings), replay: .postings(recorded: 0, replayed: 2, differing: 2)),
    .init(
      name: "the month of the postings of a decision",
      sql: "UPDATE linePosting SET bookingMonth = 202506 WHERE line = 4 << 20", verify: fault(6, .postings),
      replay: .postings(recorded: 2, replayed: 2, differing: 4)),
    .init(
      name: "postings of a line that waits",
      sql: """
        INSERT INTO linePosting SELECT 8 << 20, costAccount, debtAccount, client, amountCents, deliveryMonth,
          declarationMonth, bookingMonth FROM linePosting WHERE line = 4 << 20
        """,
      verify: fault(8, .postings)),
    .init(
      name: "the payload of a decision",
      sql: """
        UPDATE journalEntry SET payload = CAST(replace(CAST(payload AS TEXT), '"decides":4', '"decides":3') AS BLOB)
        WHERE number = 6
        """,
      verify: fault(6, .payload)),
  ]

  @Test(arguments: changes)
  func `a changed ledger is found out`(change: Change) throws {
    let ledger = try Self.ledger().ledger
    try ledger.write { database in
      for table in ["journalEntry", "rawBytes", "linePosting", "dayPosting"] {
        try database.execute(sql: "DROP TRIGGER \(table)IsNeverUpdated; DROP TRIGGER \(table)IsNeverDeleted")
      }
      try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
      try database.execute(sql: change.sql)
    }
    if let expected = change.verify { #expect(try ledger.verify().faults.contains(expected)) }
    if let expected = change.replay {
      #expect(try ReplayRun(of: ledger).replay().differences.map(\.kind).contains(expected))
    }
  }

  @Test func `a ledger that did not decide what it should have is found by replay`() throws {
    let care = try HeldCare.waiting()
    // A declaration that was taken in after the last hold day, by something that left the decision out.
    let late = HeldCare.declared([HeldCare.line("A2", month: 7, on: 1002)], over: 7)
    let region = RegionContracts(care.run.region)
    let known = try care.ledger.workingSet(for: WorkingSetKeys(of: late), region: region.snapshot)
    let booking = Settlement(asOf: "2025-08-01", region: region).settle(late, as: 5, known: known)
    _ = try care.ledger.append(
      booking, as: 5, asOf: "2025-08-01", raw: PackedBytes(CourseRun.bytes(of: late)),
      answer: booking.answer.map { CourseRun.bytes(of: $0) })
    #expect(try care.ledger.verify().faults == [])
    let missed = ReplayDifference(entry: 4, kind: .outcome(recorded: .held, replayed: .lines))
    #expect(try ReplayRun(of: care.ledger).replay().differences == [missed])
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `any order of the files gives the same ledger and answers`(seed: UInt64) throws {
    let (one, other) = (try Self.ledger(seed: 100), try Self.ledger(seed: seed))
    #expect(try one.ledger.digest() == other.ledger.digest())
    #expect(try one.run.answers() == other.run.answers())
  }

  /// After which of the steps of the second run it is killed.
  @Test(arguments: 0...2)
  func `a run that is killed between its entries is finished by the next one`(steps: Int) throws {
    let lowered = Message.allocated(
      "T2",
      [
        with(HeldCare.product(1002, cents: 700_000)) {
          $0.decidedAt = DecisionMoment(date: "2025-06-30", millisecondOfDay: 0)
        }
      ], date: "2025-06-30")
    let late = HeldCare.declared([HeldCare.line("A2", month: 7, on: 1002)], over: 7)
    func care() throws -> HeldCare {
      let care = try HeldCare.waiting()
      care.recordOutcome()
      return care
    }
    let whole = try care()
    try whole.settle([lowered, late], asOf: "2025-08-01")
    let killed = try care()
    // The entries of the run: the region, the allocation, the decision, the declaration.
    if steps > 0 { try killed.ledger.append(killed.run.region, asOf: "2025-08-01") }
    if steps > 1 {
      let known = try killed.ledger.workingSet(for: WorkingSetKeys(of: lowered), region: killed.run.region)
      let booking = Settlement(asOf: "2025-08-01", region: RegionContracts(killed.run.region))
        .settle(lowered, as: 6, known: known)
      _ = try killed.ledger.append(
        booking, as: 6, asOf: "2025-08-01", raw: PackedBytes(CourseRun.bytes(of: lowered)), answer: nil)
    }
    let finished = try killed.settle([lowered, late], asOf: "2025-08-01")
    #expect(finished.decided.map(\.entry) == [4])
    #expect(try killed.ledger.digest() == whole.ledger.digest())
    #expect(try killed.run.answers() == whole.run.answers())
    #expect(try killed.faults() == [])
  }

  @Test func `an answer that was not written before a kill is written by the next run, without the file`() throws {
    let care = try HeldCare.waiting()
    care.recordOutcome()
    try care.settle(asOf: "2025-07-01")
    let answers = try care.run.answers()
    #expect(answers.count == 2)
    for name in answers.keys { try care.run.removeAnswer(name) }
    try care.settle(asOf: "2025-07-01")
    let again = try care.run.answers()
    #expect(again.count == 1 && again.allSatisfy { answers[$0.key] == $0.value })
  }

  @Test func `a decision is taken once`() throws {
    let care = try HeldCare.waiting()
    care.recordOutcome()
    let region = RegionContracts(care.run.region)
    let known = try care.ledger.workingSet(
      for: WorkingSetKeys(of: HeldCare.result), region: region.snapshot, deciding: 4)
    let booking = Settlement(asOf: "2025-07-01", region: region)
      .settle(HeldCare.result, as: 4, known: known, receivedOn: "2025-06-27")
    try care.ledger.append(booking, deciding: 4, as: 5, asOf: "2025-07-01", answer: nil)
    for number in [5, 6] as [JournalNumber] {
      #expect(throws: LedgerError.changedMeanwhile(path: ":memory:")) {
        try care.ledger.append(booking, deciding: 4, as: number, asOf: "2025-07-01", answer: nil)
      }
    }
  }

  @Test func `a replay by which nothing waits any more tells so and goes on`() throws {
    let care = try Self.ledger()
    // As if the outcome had been on record when B came in.
    var region = try #require(try care.ledger.region(at: 5))
    region.name = "Anders"
    let key = try #require(care.ledger.keys.key(forYear: 2025))
    let raw = try CanonicalJSON.encode(region)
    try care.ledger.write { database in
      try database.execute(sql: "DROP TRIGGER rawBytesIsNeverUpdated")
      try database.execute(
        sql: "UPDATE rawBytes SET byteCount = ?, sealed = ? WHERE entry = 1",
        arguments: [raw.count, try Sealing.seal(PackedBytes(raw), entry: 1, key: key)])
    }
    let differences = try ReplayRun(of: care.ledger).replay().differences
    let first = differences.filter { $0.entry == 4 }.map(\.kind)
    #expect(first.contains(.outcome(recorded: .held, replayed: .lines)))
    #expect(!differences.contains { $0.kind == .unreadable })
    #expect(differences.contains { $0.kind == .register(table: "hold") })
  }
}
