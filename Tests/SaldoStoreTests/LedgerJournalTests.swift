import Crypto
import Foundation
import GRDB
import SaldoDomain
import SaldoLedger
import SaldoSettlement
@testable import SaldoStore
import SaldoTestLedger
import Testing

struct LedgerJournalTests {
  private func ledger() throws -> Ledger {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger)
    return ledger
  }

  private func booking(as number: JournalNumber) -> Booking {
    let message = TestMessages.allocation(9001, provider: 0, municipality: 0, client: 0, TestRegion.hours)
    return Settlement(asOf: TestRegion.day("2026-03-31"), region: RegionContracts(TestRegion.snapshot()))
      .settle(message, as: number, known: WorkingSet())
  }

  private func append(_ bytes: String, to ledger: Ledger) throws {
    let number = try ledger.nextNumber()
    _ = try ledger.append(
      booking(as: number), as: number, asOf: TestRegion.day("2026-03-31"), raw: PackedBytes(Array(bytes.utf8)),
      answer: nil)
  }

  @Test func `bytes that were taken in are found, and refused a second time`() throws {
    let ledger = try ledger()
    let digest = SaldoLedger.Digest(bytes: Array(SHA256.hash(data: Data("once".utf8))))!
    #expect(try ledger.message(withBytes: digest) == nil)
    try append("once", to: ledger)
    #expect(try ledger.message(withBytes: digest) == 13)
    let before = try ledger.digest()
    #expect(throws: LedgerError.self) { try append("once", to: ledger) }
    #expect(try ledger.digest() == before)
    #expect(try ledger.verify().faults.isEmpty)
    try append("twice", to: ledger)
    #expect(try ledger.verify().faults.isEmpty)
  }

  /// No two messages with the same beginning of their hash can be made, so the register is changed to have them.
  @Test func `messages whose hashes begin alike are told apart`() throws {
    let ledger = try ledger()
    let first = Ledger.digest(of: Array("message 7".utf8))
    let second = SaldoLedger.Digest(bytes: first.bytes.prefix(8) + Array(repeating: 0, count: 24))!
    let third = SaldoLedger.Digest(bytes: first.bytes.prefix(8) + Array(repeating: 1, count: 24))!
    try ledger.queue.write { database in
      try database.execute(sql: "UPDATE message SET rawHash = ? WHERE entry = 8", arguments: [Data(second.bytes)])
    }
    #expect(try ledger.message(withBytes: first) == 7)
    #expect(try ledger.message(withBytes: second) == 8)
    #expect(try ledger.message(withBytes: third) == nil)
  }

  @Test func `only bytes of messages are found by their hash`() throws {
    let ledger = try ledger()
    // Entry 1 is the region.
    #expect(try ledger.message(withBytes: try #require(try ledger.entry(1)).entry.raw) == nil)
  }

  @Test func `an entry gets the next number or none`() throws {
    let ledger = try ledger()
    for number in [JournalNumber(1), 12, 14] {
      #expect(throws: LedgerError.changedMeanwhile(path: ":memory:")) {
        try ledger.append(
          booking(as: number), as: number, asOf: TestRegion.day("2026-03-31"), raw: PackedBytes([1]), answer: nil)
      }
    }
  }

  @Test func `a ledger knows which contracts it holds, and those of each entry`() throws {
    let ledger = try ledger()
    #expect(try ledger.holds(TestRegion.snapshot()))
    #expect(try !ledger.holds(TestRegion.snapshot(payer: .region)))
    try ledger.append(TestRegion.snapshot(payer: .region), asOf: TestRegion.day("2026-03-31"))
    #expect(try ledger.holds(TestRegion.snapshot(payer: .region)))
    #expect(try ledger.region(at: 12)?.settings.payer == .municipality)
    #expect(try ledger.region(at: 13)?.settings.payer == .region)
    #expect(try ledger.region(at: 0) == nil)
  }

  @Test func `the bytes of a message come back`() throws {
    let ledger = try ledger()
    #expect(String(decoding: try ledger.rawBytes(of: 7), as: UTF8.self) == "message 7")
  }

  @Test(arguments: ["journalEntry", "rawBytes", "linePosting", "dayPosting"])
  func `rows of the journal are never updated or deleted`(table: String) throws {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger, region: LedgerDaysTests.region)
    _ = try LedgerDaysTests.book(ledger, asOf: "2026-03-31")
    let column = ["journalEntry": "asOf", "rawBytes": "byteCount"][table] ?? "amountCents"
    for statement in ["UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)"] {
      let error = #expect(throws: DatabaseError.self) {
        try ledger.queue.write { try $0.execute(sql: statement) }
      }
      #expect(error?.message == "\(table) is append-only")
    }
  }

  @Test func `a copy in memory goes its own way`() throws {
    let ledger = try ledger()
    let digest = try ledger.digest()
    let copy = try ledger.copyInMemory()
    #expect(try copy.digest() == digest)
    try append("only in the copy", to: copy)
    #expect(try ledger.digest() == digest)
    #expect(try copy.verify().faults.isEmpty)
  }

  @Test func `two ledgers of the same messages have the same digest and other pseudonyms`() throws {
    let (one, two) = try (ledger(), ledger())
    #expect(try one.digest() == two.digest())
    let bsn = TestRegion.clients[0]
    #expect(one.keys.pseudonym(of: bsn) != two.keys.pseudonym(of: bsn))
    #expect(one.keys.pseudonym(of: bsn).count == 10)
  }

  // Nine digits in a row that pass the eleven-test: one in a thousand codes has them, and nobody can tell that they are none.
  @Test func `no pseudonym reads as a citizen service number`() throws {
    let keys = LedgerKeys(pseudonymKey: SymmetricKey(data: Data(repeating: 7, count: 32)))
    let numbers = (999_900_006...999_999_990 as ClosedRange<UInt32>).map { Bsn(number: $0) }.filter(\.passesElevenTest)
    let pseudonyms = numbers.map { keys.pseudonym(of: $0) }
    #expect(pseudonyms.count > 9_000 && Set(pseudonyms).count == pseudonyms.count)
    #expect(pseudonyms.allSatisfy { $0.count == 10 && !CitizenNumberMask.contains($0) })
  }
}
