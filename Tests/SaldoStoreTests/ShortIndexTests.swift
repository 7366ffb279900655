import Foundation
import GRDB
import SaldoDomain
import SaldoLedger
@testable import SaldoStore
import SaldoTestLedger
import Testing

/// A ledger of format 8, which has the hashes of messages and entries in indexes, and what becomes of it; and the indexes
/// by which messages are found.
struct ShortIndexTests {
  /// Gives a ledger the form of format 8.
  static let toFormat8 = """
    \(DeliveryMonthIndexTests.toFormat9)
    CREATE TABLE oldMessage (
      entry INTEGER PRIMARY KEY REFERENCES journalEntry (number),
      rawHash BLOB NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      provider INTEGER NOT NULL REFERENCES provider (id),
      municipality INTEGER NOT NULL REFERENCES municipality (id),
      identification TEXT NOT NULL,
      messageDate TEXT NOT NULL,
      declarationNumber TEXT,
      declarationMonth TEXT,
      isProcessed INTEGER NOT NULL CHECK (isProcessed IN (0, 1))
    ) STRICT;
    INSERT INTO oldMessage
    SELECT * FROM message;
    DROP TABLE message;
    ALTER TABLE oldMessage RENAME TO message;
    CREATE INDEX messageByProvider ON message (provider, kind, identification);
    CREATE INDEX messageByMunicipality ON message (municipality, kind, identification);
    CREATE INDEX messageByDeclaration ON message (provider, declarationNumber) WHERE declarationNumber IS NOT NULL;
    CREATE UNIQUE INDEX journalEntryByHash ON journalEntry (hash);
    CREATE INDEX allocationVersionByEntry ON allocationVersion (entry);
    DELETE FROM grdb_migrations WHERE identifier = 'find messages by few indexes, each in an order';
    PRAGMA user_version = 8;
    """

  private static func indexes(of ledger: Ledger) throws -> [String] {
    try ledger.read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_master
          WHERE type = 'index' AND tbl_name IN ('journalEntry', 'message', 'allocationVersion') ORDER BY name
          """)
    }
  }

  @Test func `a ledger of format 8 is read as it is, and taken along for writing`() throws {
    let folder = try TemporaryFolder()
    try folder.fill()
    try folder.tamper(Self.toFormat8)
    let digest = Ledger.digest(of: Array("message 7".utf8))
    let old = try Ledger(path: folder.ledger, mode: .read)
    #expect(try Self.indexes(of: old).contains("sqlite_autoindex_message_1"))
    #expect(try old.verify().faults == [] && old.message(withBytes: digest) == 7)
    let ledgerDigest = try old.digest()
    try old.close()

    let ledger = try Ledger(path: folder.ledger, mode: .create)
    #expect(try ledger.verify().faults == [] && ledger.digest() == ledgerDigest)
    #expect(try ledger.message(withBytes: digest) == 7)
    #expect(
      try Self.indexes(of: ledger) == [
        "allocationVersionByAllocation", "allocationVersionByReference", "journalEntryByKind", "messageByBytes",
        "messageByDeclaration", "messageByMonth", "messageByMunicipality", "messageByProvider",
      ])
    for statement in ["UPDATE journalEntry SET asOf = asOf", "DELETE FROM journalEntry"] {
      #expect(throws: DatabaseError.self) { try ledger.queue.write { try $0.execute(sql: statement) } }
    }
  }

  @Test func `a changed hash of a message is taken along, and found as before`() throws {
    let folder = try TemporaryFolder()
    try folder.fill()
    try folder.tamper(Self.toFormat8 + "UPDATE message SET rawHash = zeroblob(32) WHERE entry = 7;")
    for mode in [Ledger.Mode.read, .create] {
      let ledger = try Ledger(path: folder.ledger, mode: mode)
      #expect(try ledger.verify().faults.contains(LedgerFault(entry: 7, kind: .register)))
      try ledger.close()
    }
  }

  /// Each look-up that is done once a message, with the index that keeps it from going through all of them.
  static let lookUps = [
    (Ledger.messageOfBytes, "messageByBytes"), (Ledger.lastMonth, "messageByMonth"),
    (Ledger.usedIdentification(isFromProvider: true), "messageByProvider"),
    (Ledger.usedIdentification(isFromProvider: false), "messageByMunicipality"),
  ]

  @Test(arguments: lookUps)
  func `a look-up goes by its index`(sql: String, index: String) throws {
    var steps: [String] = []
    try Ledger().read { database in
      try PreparedStatement("EXPLAIN QUERY PLAN \(sql)", in: database).forEachRow { steps.append($0.text(3)) }
    }
    #expect(steps.count == 1)
    #expect(steps.allSatisfy { $0.hasPrefix("SEARCH ") && $0.contains(" \(index) ") }, "\(steps)")
  }

  @Test(arguments: MessageKind.allCases)
  func `the indexes agree with the standard on who sent a message`(kind: MessageKind) throws {
    var header = TestMessages.allocation(1001, provider: 0, municipality: 0, client: 0, TestRegion.hours).header
    header.kind = kind
    let isFromMunicipality = try Ledger().read {
      try Bool.fetchOne($0, sql: "SELECT \(Schema.fromMunicipality) FROM (SELECT '\(kind.rawValue)' AS kind)")
    }
    #expect(isFromMunicipality == !header.isFromProvider)
  }
}
