import GRDB
public import SaldoDomain
import SaldoLedger

/// Declarations that wait for what the municipality still has to record, and their decisions (aanhouding).
extension Ledger {
  /// The journal numbers of the declarations that wait, in order of receipt.
  public func waiting() throws -> [JournalNumber] { try read(Self.waiting) }

  static func waiting(in database: Database) throws -> [JournalNumber] {
    try Int64.fetchAll(database, sql: "SELECT message FROM hold WHERE decision IS NULL ORDER BY message")
  }

  /// The entry that says what was decided on a message: of a declaration that had waited that of its decision, of every
  /// other message, and while it waits, its own. Nil when there is no such message.
  public func decidingEntry(of message: JournalNumber) throws -> StoredEntry? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT * FROM journalEntry
          WHERE number = IFNULL((SELECT decision FROM hold WHERE message = ?1), ?1) AND kind IN ('message', 'decision')
          """,
        arguments: [message]
      ).map(Self.entry)
    }
  }

  /// Appends an entry as another ledger recorded it, without anything that follows from it.
  ///
  /// For a replay that has nothing to decide there, so that later entries keep their numbers.
  public func append(recorded stored: StoredEntry, raw: [UInt8]) throws {
    try write { database in
      try self.expect(stored.entry.number, in: database)
      _ = try self.append(
        stored.entry.kind, asOf: stored.entry.asOf, raw: PackedBytes(raw),
        year: stored.entry.asOf.year, payload: stored.payload, in: database)
    }
  }
}
