import Foundation
import GRDB
import SaldoDomain
@testable import SaldoStore
import SaldoTestLedger
import Testing

/// Each way to change a ledger file behind the program's back, and the fault that a verification must name.
struct LedgerVerifyTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    let sql: String
    let faults: Set<String>
    var testDescription: String { name }
  }

  /// Entry 7 is the declaration D1: three lines, two of them approved.
  static let changes: [Change] = [
    .init(
      name: "a payload",
      sql:
        "UPDATE journalEntry SET payload = CAST(replace(CAST(payload AS TEXT), '9346', '9347') AS BLOB) WHERE number = 7",
      faults: ["7 payload"]),
    .init(
      name: "a payload that is no JSON", sql: "UPDATE journalEntry SET payload = x'00' WHERE number = 7",
      faults: ["7 payload"]),
    .init(
      name: "the hash of a payload", sql: "UPDATE journalEntry SET payloadHash = zeroblob(32) WHERE number = 7",
      faults: ["7 hash", "7 payload"]),
    .init(
      name: "a hash", sql: "UPDATE journalEntry SET hash = zeroblob(32) WHERE number = 7",
      faults: ["7 hash", "8 chain"]),
    .init(
      name: "the last hash", sql: "UPDATE journalEntry SET hash = zeroblob(32) WHERE number = 12", faults: ["12 hash"]),
    .init(
      name: "an earlier hash", sql: "UPDATE journalEntry SET previousHash = zeroblob(32) WHERE number = 7",
      faults: ["7 chain", "7 hash"]),
    .init(
      name: "an as-of date", sql: "UPDATE journalEntry SET asOf = '2026-02-06' WHERE number = 7", faults: ["7 hash"]),
    .init(
      name: "a date that is none", sql: "UPDATE journalEntry SET asOf = 'never' WHERE number = 7", faults: ["7 hash"]),
    .init(name: "a kind", sql: "UPDATE journalEntry SET kind = 'region' WHERE number = 7", faults: ["7 hash"]),
    .init(
      name: "a format version", sql: "UPDATE journalEntry SET formatVersion = 2 WHERE number = 7", faults: ["7 hash"]),
    .init(
      name: "a missing entry", sql: "DELETE FROM journalEntry WHERE number = 3", faults: ["4 chain", "4 numbering"]),
    .init(name: "a missing last entry", sql: "DELETE FROM journalEntry WHERE number = 12", faults: ["file"]),
    .init(
      name: "the amount of postings", sql: "UPDATE linePosting SET amountCents = 2 * amountCents WHERE line = 7 << 20",
      faults: ["7 postings"]),
    .init(
      name: "an amount that has no opposite",
      sql: "UPDATE linePosting SET amountCents = -9223372036854775807 - 1 WHERE line = 7 << 20", faults: ["7 postings"]),
    .init(
      name: "the accounts of postings",
      sql: "UPDATE linePosting SET costAccount = debtAccount, debtAccount = costAccount WHERE line = 7 << 20",
      faults: ["7 postings"]),
    .init(
      name: "the account of a debt",
      sql: "UPDATE linePosting SET debtAccount = costAccount WHERE line = 7 << 20", faults: ["7 postings"]),
    .init(
      name: "the month of postings", sql: "UPDATE linePosting SET bookingMonth = 202603 WHERE line = 7 << 20",
      faults: ["7 postings"]),
    .init(
      name: "a month that is none", sql: "UPDATE linePosting SET bookingMonth = 202613 WHERE line = 7 << 20",
      faults: ["7 postings"]),
    .init(
      name: "the client of postings", sql: "UPDATE linePosting SET client = 3 WHERE line = 7 << 20",
      faults: ["7 postings"]),
    .init(name: "missing postings", sql: "DELETE FROM linePosting WHERE line = 7 << 20", faults: ["7 postings"]),
    .init(
      name: "added postings",
      sql:
        "INSERT INTO linePosting SELECT 999 << 20, costAccount, debtAccount, client, amountCents, deliveryMonth, declarationMonth, bookingMonth FROM linePosting WHERE line = 7 << 20",
      faults: ["postings"]),
    .init(
      name: "added postings of a message",
      sql:
        "INSERT INTO linePosting SELECT line + 1, costAccount, debtAccount, client, amountCents, deliveryMonth, declarationMonth, bookingMonth FROM linePosting WHERE line = 7 << 20",
      faults: ["7 postings"]),
    .init(
      name: "a sum of postings", sql: "UPDATE postingSum SET amountCents = amountCents + 1 WHERE entry = 7",
      faults: ["register"]),
    .init(name: "a missing sum of postings", sql: "DELETE FROM postingSum WHERE entry = 7", faults: ["register"]),
    .init(
      name: "a client that is not there",
      sql: "UPDATE allocationVersion SET client = 999 WHERE id = (SELECT MIN(id) FROM allocationVersion)",
      faults: ["register"]),
    .init(
      name: "a change of an allocation that is not noted",
      sql: "UPDATE allocationVersion SET changeReason = '13' WHERE id = (SELECT MIN(id) FROM allocationVersion)",
      faults: ["register"]),
    .init(
      name: "an allocation in force", sql: "UPDATE currentAllocation SET volume = volume + 1 WHERE number = 1001",
      faults: ["register"]),
    .init(
      name: "a missing allocation in force", sql: "DELETE FROM currentAllocation WHERE number = 1001",
      faults: ["register"]),
    .init(
      name: "a missing allocation of a client", sql: "DELETE FROM allocationOfClient WHERE number = 1001",
      faults: ["register"]),
    .init(
      name: "a number shared by providers that is not",
      sql:
        "INSERT INTO sharedAllocation SELECT client, municipality, number FROM allocationOfClient WHERE number = 1001",
      faults: ["register"]),
    .init(name: "an entry without a ceiling", sql: "INSERT INTO ceilingEntry VALUES (7)", faults: ["register"]),
    .init(name: "a missing entry with a ceiling", sql: "DELETE FROM ceilingEntry", faults: ["register"]),
    .init(
      name: "stored bytes", sql: "UPDATE rawBytes SET sealed = zeroblob(100) WHERE entry = 7", faults: ["7 unreadable"]),
    .init(
      name: "stored bytes of another entry",
      sql: "UPDATE rawBytes SET sealed = (SELECT sealed FROM rawBytes WHERE entry = 8) WHERE entry = 7",
      faults: ["7 unreadable"]),
    .init(
      name: "a byte count", sql: "UPDATE rawBytes SET byteCount = byteCount + 1 WHERE entry = 7",
      faults: ["7 unreadable"]),
    .init(name: "missing bytes", sql: "DELETE FROM rawBytes WHERE entry = 7", faults: ["7 unreadable"]),
    .init(name: "a missing line", sql: "DELETE FROM line WHERE id = (7 << 20) + 1", faults: ["7 register"]),
    .init(
      name: "a missing last line", sql: "DELETE FROM line WHERE id = (7 << 20) + 2", faults: ["7 register", "file"]),
    .init(
      name: "a line approved", sql: "UPDATE line SET isApproved = 1 WHERE id = (7 << 20) + 1", faults: ["7 register"]),
    .init(name: "a line rejected", sql: "UPDATE line SET isApproved = 0 WHERE id = 7 << 20", faults: ["7 register"]),
    .init(
      name: "the amount of a line", sql: "UPDATE line SET amountCents = amountCents + 1 WHERE id = 7 << 20",
      faults: ["7 register"]),
    .init(
      name: "the amount of a rejected line",
      sql: "UPDATE line SET amountCents = amountCents + 1 WHERE id = (7 << 20) + 1", faults: ["7 register"]),
    .init(
      name: "a line of a refused declaration",
      sql:
        "INSERT INTO line SELECT 10 << 20, provider, municipality, client, allocationNumber, 'X', NULL, category, code, periodBegin, periodEnd, volume, unit, tariffCents, amountCents, isCredit, isApproved, NULL, NULL FROM line WHERE id = 7 << 20",
      faults: ["10 register"]),
    .init(name: "a missing message", sql: "DELETE FROM message WHERE entry = 7", faults: ["7 register", "postings"]),
    .init(
      name: "a message declared processed", sql: "UPDATE message SET isProcessed = 0 WHERE entry = 7",
      faults: ["7 register"]),
    .init(
      name: "a debit no longer credited", sql: "UPDATE line SET creditedBy = NULL WHERE creditedBy IS NOT NULL",
      faults: ["register"]),
    .init(
      name: "the product of an account", sql: "UPDATE account SET code = '45A99' WHERE id = 1", faults: ["register"]),
    .init(
      name: "the product period of a line", sql: "UPDATE line SET periodBegin = periodBegin + 31 WHERE id = 7 << 20",
      faults: ["register"]),
    .init(name: "the client of a line", sql: "UPDATE line SET client = 3 WHERE id = 7 << 20", faults: ["register"]),
    .init(
      name: "the hash of a message's bytes", sql: "UPDATE message SET rawHash = zeroblob(32) WHERE entry = 7",
      faults: ["7 register"]),
    .init(
      name: "two messages under each other's entries",
      sql: """
        UPDATE message SET entry = -7 WHERE entry = 7; UPDATE message SET entry = 7 WHERE entry = 9;
        UPDATE message SET entry = 9 WHERE entry = -7
        """, faults: ["7 register", "9 register"]),
    .init(
      name: "a message taken in twice",
      sql: "UPDATE journalEntry SET rawHash = (SELECT rawHash FROM journalEntry WHERE number = 7) WHERE number = 9",
      faults: ["9 hash", "9 raw", "9 twice"]),
    .init(
      name: "a debit credited by another line",
      sql: "UPDATE line SET creditedBy = 7 << 20 WHERE creditedBy IS NOT NULL", faults: ["register"]),
  ]

  @Test(arguments: changes)
  func `a changed ledger does not verify`(change: Change) throws {
    let folder = try TemporaryFolder()
    try folder.fill()
    try folder.tamper(change.sql)
    let found = try Ledger(path: folder.ledger, mode: .read).verify().faults
    let names = Set(found.map { fault in (fault.entry.map { "\($0) " } ?? "") + "\(fault.kind)" })
    #expect(change.faults.isSubset(of: names), "found \(names.sorted())")
  }

  @Test func `an untouched ledger verifies`() throws {
    let folder = try TemporaryFolder()
    try folder.fill()
    try folder.tamper("SELECT 1")
    #expect(try Ledger(path: folder.ledger, mode: .read).verify().faults.isEmpty)
  }

  @Test func `an empty ledger verifies`() throws {
    let verification = try Ledger().verify()
    #expect(verification.faults.isEmpty)
    #expect(verification.entries == 0)
    #expect(verification.digest == String(repeating: "0", count: 64))
  }
}
