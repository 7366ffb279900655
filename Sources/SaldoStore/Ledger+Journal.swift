import Foundation
import GRDB
public import SaldoDomain
public import SaldoLedger

/// A journal entry with its payload, as it is stored.
public struct StoredEntry: Hashable, Sendable {
  /// The entry.
  public let entry: JournalEntry
  /// The hash that is stored with it.
  public let hash: SaldoLedger.Digest
  /// The bytes of its payload: canonical JSON.
  public let payload: [UInt8]
}

extension Ledger {
  /// The last entry of the journal, or nil when the ledger is empty.
  public func lastEntry() throws -> StoredEntry? {
    try read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM journalEntry ORDER BY number DESC LIMIT 1").map(Self.entry)
    }
  }

  /// The hash of the last entry: the digest of the ledger; zeros when it is empty.
  public func digest() throws -> SaldoLedger.Digest { try lastEntry()?.hash ?? .zero }

  /// The entry with a number, or nil.
  public func entry(_ number: JournalNumber) throws -> StoredEntry? {
    try read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM journalEntry WHERE number = ?", arguments: [number])
        .map(Self.entry)
    }
  }

  /// The number of the message entry that holds these bytes, or nil when the ledger never took them in.
  public func message(withBytes digest: SaldoLedger.Digest) throws -> JournalNumber? {
    try read { try Self.message(withBytes: digest, in: $0) }
  }

  static func message(withBytes digest: SaldoLedger.Digest, in database: Database) throws -> JournalNumber? {
    let statement = try PreparedStatement(messageOfBytes, in: database)
    statement.bind(digest.bytes, at: 0)
    return try statement.first { $0.integer(0) }
  }

  /// The message with a hash of its bytes. The index has the beginning of the hash only: the rest tells messages apart
  /// that share it.
  static let messageOfBytes =
    "SELECT entry FROM message WHERE substr(rawHash, 1, 8) = substr(?1, 1, 8) AND rawHash = ?1"

  /// The declarations that an answer (325) can be about: those of its provider to its municipality with the
  /// identification and date that it names, in order of receipt (TR337).
  public func declarations(answeredBy answer: DeclarationAnswer) throws -> [JournalNumber] {
    let header = answer.header
    return try read { database in
      guard let provider = try ids.provider(header.provider, header.standard.domain, in: database),
        let municipality = try ids.municipality(header.municipality, header.standard.domain, in: database)
      else { return [] }
      return try Int64.fetchAll(
        database,
        sql: """
          SELECT entry FROM message
          WHERE provider = ? AND municipality = ? AND kind = ? AND NOT (\(Schema.fromMunicipality))
            AND identification = ? AND messageDate = ?
          ORDER BY entry
          """,
        arguments: [
          provider, municipality, MessageKind.declaration.rawValue, answer.declarationIdentification.string,
          answer.declarationDate.iso,
        ])
    }
  }

  /// The bytes that an entry was made from.
  ///
  /// - Throws: ``LedgerError/sealed(entry:year:)`` when their key is gone, ``LedgerError/damaged(entry:)`` when they do
  ///   not open.
  public func rawBytes(of number: JournalNumber) throws -> [UInt8] {
    let row = try read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM rawBytes WHERE entry = ?", arguments: [number])
    }
    guard let row else { throw LedgerError.damaged(entry: number) }
    let year: Int = row["keyYear"]
    guard let key = keys.currentKey(forYear: year) else { throw LedgerError.sealed(entry: number, year: year) }
    return try Sealing.open(row["sealed"], byteCount: row["byteCount"], entry: number, key: key)
  }

  /// What a message came in as: its kind, its provider and the digest of its bytes, without reading them.
  public struct Received: Sendable {
    /// The kind of message.
    public let kind: MessageKind
    /// Its legal domain.
    public let domain: Domain
    /// The provider that sent it, or that it was sent to.
    public let provider: ProviderCode
    /// The SHA-256 of its bytes.
    public let digest: SaldoLedger.Digest
  }

  /// What a message came in as; nil when there is no such message.
  ///
  /// - Throws: ``LedgerError/damaged(entry:)``.
  public func received(_ number: JournalNumber) throws -> Received? {
    try read { database in
      let statement = try PreparedStatement(
        """
        SELECT message.kind, provider.domain, provider.code, message.rawHash
        FROM message JOIN provider ON provider.id = message.provider WHERE message.entry = ?
        """, in: database)
      statement.bind(number, at: 0)
      return try statement.first { row in
        guard let kind = MessageKind(rawValue: row.text(0)), let domain = Domain(rawValue: row.text(1)),
          let provider = ProviderCode(row.text(2)), let digest = SaldoLedger.Digest(bytes: row.bytes(3))
        else { throw LedgerError.damaged(entry: number) }
        return Received(kind: kind, domain: domain, provider: provider, digest: digest)
      }
    }
  }

  /// Whether the contracts that hold now are these.
  public func holds(_ region: RegionSnapshot) throws -> Bool {
    try lastRegionDigest() == Sealing.digest(try CanonicalJSON.encode(region))
  }

  /// Appends a changed region as an entry.
  ///
  /// - Throws: ``LedgerError/changedMeanwhile(path:)`` when another run recorded these contracts since.
  @discardableResult
  public func append(_ region: RegionSnapshot, asOf: CalendarDate) throws -> StoredEntry {
    let raw = PackedBytes(try CanonicalJSON.encode(region))
    let payload = try CanonicalJSON.encode(RegionPayload(name: region.name, sha256: raw.digest.hex))
    return try write { database in
      guard try Self.lastRegionDigest(in: database) != raw.digest else {
        throw LedgerError.changedMeanwhile(path: self.path)
      }
      return try self.append(
        .region, asOf: asOf, raw: raw, year: asOf.year, payload: payload, in: database)
    }
  }

  /// The digest of the contracts that hold now, or nil when the ledger has none.
  public func lastRegionDigest() throws -> SaldoLedger.Digest? { try read(Self.lastRegionDigest) }

  private static func lastRegionDigest(in database: Database) throws -> SaldoLedger.Digest? {
    try Data.fetchOne(
      database,
      // The first condition says nothing more than the second, and lets SQLite use the index of such entries.
      sql: "SELECT rawHash FROM journalEntry WHERE kind <> 'message' AND kind = 'region' ORDER BY number DESC LIMIT 1"
    ).flatMap { SaldoLedger.Digest(bytes: Array($0)) }
  }

  /// The contracts that were last recorded at or before an entry.
  public func region(at number: JournalNumber) throws -> RegionSnapshot? {
    let entry = try read { database in
      try Int64.fetchOne(
        database,
        sql: "SELECT MAX(number) FROM journalEntry WHERE kind <> 'message' AND kind = 'region' AND number <= ?",
        arguments: [number])
    }
    guard let entry else { return nil }
    return try CanonicalJSON.decode(RegionSnapshot.self, from: try rawBytes(of: entry), entry: entry)
  }

  /// The payload of the entry of a message, or of a decision on one.
  ///
  /// - Throws: ``LedgerError/damaged(entry:)`` when it cannot be read, or the entry is another one.
  public func payload(of number: JournalNumber) throws -> MessagePayload {
    guard let stored = try entry(number), [.message, .decision].contains(stored.entry.kind) else {
      throw LedgerError.damaged(entry: number)
    }
    return try MessagePayload(stored)
  }

  /// The postings of a message, also when they came with its decision later, or of a day as text, one a line: what the digest in its payload covers.
  public func postingLines(of number: JournalNumber) throws -> [String] {
    try read { try PostingRows(ofEntry: number, in: $0).lines }
  }

  /// Appends one entry with its bytes inside a transaction.
  func append(
    _ kind: JournalEntry.Kind, asOf: CalendarDate, raw: PackedBytes, year: Int, payload: [UInt8], in database: Database
  ) throws -> StoredEntry {
    let last = try PreparedStatement(
      "SELECT number, hash FROM journalEntry ORDER BY number DESC LIMIT 1", in: database
    ).first { (number: $0.integer(0), hash: SaldoLedger.Digest(bytes: $0.bytes(1))) }
    let number = last?.number ?? 0
    guard let previous = last.map(\.hash) ?? .zero else { throw LedgerError.damaged(entry: number) }
    let entry = JournalEntry(
      number: number + 1, kind: kind, asOf: asOf, previous: previous, raw: raw.digest, payload: Sealing.digest(payload))
    let hash = Sealing.digest(entry.canonicalBytes)
    let row = try PreparedStatement(
      """
      INSERT INTO journalEntry
        (number, kind, formatVersion, asOf, previousHash, rawHash, payloadHash, hash, payload)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    row.bind(entry.number, at: 0)
    row.bind(kind.rawValue, at: 1)
    row.bind(Int64(entry.formatVersion), at: 2)
    row.bind(asOf.iso, at: 3)
    row.bind(entry.previous.bytes, at: 4)
    row.bind(entry.raw.bytes, at: 5)
    row.bind(entry.payload.bytes, at: 6)
    row.bind(hash.bytes, at: 7)
    row.bind(payload, at: 8)
    try row.run()
    row.clear()
    let stored = try PreparedStatement(
      "INSERT INTO rawBytes (entry, keyYear, byteCount, sealed) VALUES (?, ?, ?, ?)", in: database)
    stored.bind(entry.number, at: 0)
    stored.bind(Int64(year), at: 1)
    stored.bind(Int64(raw.byteCount), at: 2)
    stored.bind(try Sealing.seal(raw, entry: entry.number, key: try keys.makeKey(forYear: year)), at: 3)
    try stored.run()
    stored.clear()
    return StoredEntry(entry: entry, hash: hash, payload: payload)
  }

  /// An entry from its row; what the row holds was checked by the table.
  static func entry(_ row: Row) throws -> StoredEntry {
    let number: Int64 = row["number"]
    func digest(_ column: String) throws -> SaldoLedger.Digest {
      guard let digest = SaldoLedger.Digest(bytes: Array(row[column] as Data)) else {
        throw LedgerError.damaged(entry: number)
      }
      return digest
    }
    guard let kind = JournalEntry.Kind(rawValue: row["kind"]), let asOf = CalendarDate(iso: row["asOf"] as String)
    else { throw LedgerError.damaged(entry: number) }
    return StoredEntry(
      entry: JournalEntry(
        number: number, kind: kind, formatVersion: row["formatVersion"], asOf: asOf,
        previous: try digest("previousHash"), raw: try digest("rawHash"), payload: try digest("payloadHash")),
      hash: try digest("hash"), payload: Array(row["payload"] as Data))
  }
}

extension MessagePayload {
  /// What an entry of a message, or of a decision on one, says.
  ///
  /// - Throws: ``LedgerError/damaged(entry:)``.
  public init(_ stored: StoredEntry) throws {
    self = try CanonicalJSON.decode(MessagePayload.self, from: stored.payload, entry: stored.entry.number)
  }
}

/// What the journal says of a changed region.
struct RegionPayload: Codable {
  var name: String
  var sha256: String
}
