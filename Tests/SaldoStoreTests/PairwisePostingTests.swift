import GRDB
import SaldoLedger
@testable import SaldoStore
import SaldoTestLedger
import Testing

/// A ledger of format 7, which has a row for each posting, and what becomes of it.
struct PairwisePostingTests {
  /// Gives a ledger the form of format 7: a table of single postings instead of pairs and a view.
  private static let toFormat7 = """
    \(ShortIndexTests.toFormat8)
    CREATE TABLE single AS SELECT * FROM posting;
    DROP VIEW posting;
    DROP TABLE linePosting;
    DROP TABLE dayPosting;
    CREATE TABLE posting (
      id INTEGER PRIMARY KEY,
      line INTEGER REFERENCES line (id),
      account INTEGER NOT NULL REFERENCES account (id),
      client INTEGER REFERENCES client (id),
      amountCents INTEGER NOT NULL,
      deliveryMonth TEXT NOT NULL,
      declarationMonth TEXT NOT NULL,
      bookingMonth TEXT NOT NULL,
      CHECK ((line IS NULL) = (client IS NULL))
    ) STRICT;
    INSERT INTO posting SELECT * FROM single;
    DROP TABLE single;
    DELETE FROM grdb_migrations WHERE identifier = 'book both sides of a line in one row';
    PRAGMA user_version = 7;
    """

  /// A ledger of format 7 with lines and days, changed by a statement; and its postings before that.
  private static func ledger(in folder: TemporaryFolder, changed: String = "") throws -> [Row] {
    let ledger = try Ledger(path: folder.ledger, mode: .create)
    _ = try TestLedger.fill(ledger, region: LedgerDaysTests.region)
    _ = try LedgerDaysTests.book(ledger, asOf: "2026-03-31")
    let postings = try postings(of: ledger)
    try ledger.close()
    try folder.tamper(toFormat7 + changed)
    return postings
  }

  private static func postings(of ledger: Ledger) throws -> [Row] {
    try ledger.read { try Row.fetchAll($0, sql: "SELECT * FROM posting ORDER BY id") }
  }

  @Test func `single postings are taken along as pairs, and none is lost`() throws {
    let folder = try TemporaryFolder()
    let before = try Self.ledger(in: folder)
    // Lines have two postings; the days a yearly amount, advances and their settlement.
    #expect(before.contains { $0["line"] == nil } && before.contains { $0["line"] != nil })
    let old = try Ledger(path: folder.ledger, mode: .read)
    #expect(try old.verify().faults == [])
    let digest = try old.digest()
    try old.close()
    let ledger = try Ledger(path: folder.ledger, mode: .create)
    #expect(try Self.postings(of: ledger) == before)
    #expect(try ledger.verify().faults == [] && ledger.digest() == digest)
    #expect(
      try ledger.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM linePosting") }
        == before.filter { $0["line"] != nil }.count / 2)
  }

  @Test(arguments: [
    "UPDATE posting SET amountCents = amountCents + 1 WHERE id = 7 << 21",
    "UPDATE posting SET client = 3 WHERE id = (7 << 21) + 1",
    "UPDATE posting SET bookingMonth = 'never' WHERE id = 7 << 21",
    "UPDATE posting SET deliveryMonth = '20-26-01' WHERE id = 7 << 21",
    "DELETE FROM posting WHERE id = 7 << 21",
    "DELETE FROM posting WHERE id = (7 << 21) + 1",
  ])
  func `changed postings are not taken along, so that they can still be found`(change: String) throws {
    let folder = try TemporaryFolder()
    _ = try Self.ledger(in: folder, changed: change)
    #expect(throws: LedgerError.damaged(entry: 7)) { try Ledger(path: folder.ledger, mode: .create) }
    let old = try Ledger(path: folder.ledger, mode: .read)
    #expect(try old.verify().faults.contains(LedgerFault(entry: 7, kind: .postings)))
  }
}
