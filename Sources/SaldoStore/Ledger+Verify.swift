import Foundation
import GRDB
public import SaldoDomain
import SaldoLedger

/// What does not fit in a ledger.
public struct LedgerFault: Hashable, Sendable {
  /// The entry; nil when the fault concerns the whole file.
  public let entry: JournalNumber?
  /// What does not fit.
  public let kind: Kind

  /// The kinds of faults.
  public enum Kind: Hashable, Sendable {
    /// SQLite finds the file damaged.
    case file
    /// A number is missing or out of order.
    case numbering
    /// The hash of the entry before is another one: an entry was changed, added or taken out.
    case chain
    /// The stored hash is not that of the entry.
    case hash
    /// The payload was changed.
    case payload
    /// The stored bytes were changed.
    case raw
    /// The bytes are those of an earlier message, which are taken in only once.
    case twice
    /// The stored bytes do not open with their key.
    case unreadable
    /// The postings were changed.
    case postings
    /// The postings do not sum to zero.
    case unbalanced
    /// The register of lines does not agree with the decisions.
    case register
  }
}

/// What a verification found.
public struct Verification: Hashable, Sendable {
  /// The number of entries.
  public var entries = 0
  /// The number of messages among them.
  public var messages = 0
  /// The number of postings.
  public var postings = 0
  /// The number of entries whose stored bytes are sealed, because their key was destroyed.
  public var sealed = 0
  /// The hash of the last entry in hexadecimal digits.
  public var digest = SaldoLedger.Digest.zero.hex
  /// What does not fit, in the order of the journal, then messages that are there twice and what concerns the whole; empty when
  /// the ledger is sound.
  public var faults: [LedgerFault] = []
}

extension Ledger {
  /// Checks the whole ledger: the chain, the stored bytes, the payloads, the postings and the register.
  ///
  /// A file that SQLite cannot read on is a fault at the entry that was reached.
  public func verify() throws -> Verification {
    var result = Verification()
    do {
      try verify(into: &result)
    } catch LedgerError.unusable(_, code: Int(ResultCode.SQLITE_CORRUPT.rawValue)) {
      result.faults.append(LedgerFault(entry: Int64(result.entries) + 1, kind: .file))
    }
    return result
  }

  private func verify(into result: inout Verification) throws {
    try read { database in
      if try String.fetchOne(database, sql: "PRAGMA integrity_check") != "ok"
        || Row.fetchOne(database, sql: "PRAGMA foreign_key_check") != nil
      {
        result.faults.append(LedgerFault(entry: nil, kind: .file))
      }
      var expected: JournalNumber = 1
      var previous = SaldoLedger.Digest.zero
      var open: CalendarMonth?
      let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM journalEntry ORDER BY number")
      while let row = try cursor.next() {
        guard let stored = try? Self.entry(row) else {
          // The row does not read back: its hash cannot hold either, and what follows it starts anew.
          result.faults.append(LedgerFault(entry: row["number"], kind: .hash))
          result.entries += 1
          (expected, previous) = (row["number"] + 1, .zero)
          continue
        }
        let number = stored.entry.number
        func fault(_ kind: LedgerFault.Kind) { result.faults.append(LedgerFault(entry: number, kind: kind)) }
        if number != expected { fault(.numbering) }
        if stored.entry.previous != previous { fault(.chain) }
        if Sealing.digest(stored.entry.canonicalBytes) != stored.hash { fault(.hash) }
        if Sealing.digest(stored.payload) != stored.entry.payload { fault(.payload) }
        switch try rawState(of: stored.entry, in: database) {
        case .sound: break
        case .sealed: result.sealed += 1
        case .changed: fault(.raw)
        case .unreadable: fault(.unreadable)
        }
        result.entries += 1
        switch stored.entry.kind {
        case .region: break
        case .message, .decision:
          if stored.entry.kind == .message { result.messages += 1 }
          for kind in try messageFaults(of: stored, postings: &result.postings, in: database) { fault(kind) }
        case .day:
          for kind in try dayFaults(of: stored, open: open, postings: &result.postings, in: database) { fault(kind) }
        case .close:
          if let period = (try? ClosePayload(stored))?.period {
            open = period.adding(months: 1)
          } else {
            fault(.payload)
          }
        }
        expected = number + 1
        previous = stored.hash
      }
      result.digest = previous.hex
      let again = try Int64.fetchAll(
        database,
        sql: """
          SELECT MAX(number) FROM journalEntry WHERE kind = 'message' GROUP BY rawHash HAVING COUNT(*) > 1 ORDER BY 1
          """)
      result.faults += again.map { LedgerFault(entry: $0, kind: .twice) }
      let strays = try Int.fetchOne(
        database,
        sql: """
          SELECT COUNT(*) FROM posting WHERE CASE WHEN line IS NULL
            THEN id >> 21 NOT IN (SELECT number FROM journalEntry WHERE kind = 'day')
            ELSE id >> 21 NOT IN (SELECT entry FROM message) OR id >> 1 <> line END
          """)
      if strays != 0 { result.faults.append(LedgerFault(entry: nil, kind: .postings)) }
      if try Self.hasDangling(in: database) || Self.sumsDisagree(in: database)
        || Self.registerDisagrees(in: database)
      {
        result.faults.append(LedgerFault(entry: nil, kind: .register))
      }
    }
  }

  private enum RawState { case sound, sealed, changed, unreadable }

  private func rawState(of entry: JournalEntry, in database: Database) throws -> RawState {
    guard
      let row = try Row.fetchOne(database, sql: "SELECT * FROM rawBytes WHERE entry = ?", arguments: [entry.number])
    else { return .unreadable }
    guard let key = keys.currentKey(forYear: row["keyYear"]) else { return .sealed }
    guard
      let bytes = try? Sealing.open(row["sealed"], byteCount: row["byteCount"], entry: entry.number, key: key)
    else { return .unreadable }
    return Sealing.digest(bytes) == entry.raw ? .sound : .changed
  }

  /// Whether the postings of a day are those of its bookings, in the month that was open.
  private func dayFaults(
    of stored: StoredEntry, open: CalendarMonth?, postings: inout Int, in database: Database
  ) throws -> [LedgerFault.Kind] {
    guard let payload = try? DayPayload(stored) else { return [.payload] }
    var faults: [LedgerFault.Kind] = []
    guard let rows = try readableRows(of: stored.entry.number, in: database) else { return [.postings] }
    postings += rows.summary.count
    let month = max(stored.entry.asOf.month, open ?? stored.entry.asOf.month)
    var expected = PostingRows()
    for (index, posting) in payload.bookings.flatMap({ $0.postings(bookedIn: month) }).enumerated() {
      expected.append(posting, id: stored.entry.number << 21 | Int64(index))
    }
    if rows.summary != payload.postings || rows.lines != expected.lines { faults.append(.postings) }
    if rows.sumCents != 0 { faults.append(.unbalanced) }
    return faults
  }

  /// What does not fit of the entry of a message, or of a decision on one that had waited. The lines and postings are those
  /// of its decision, when it had waited.
  private func messageFaults(
    of stored: StoredEntry, postings: inout Int, in database: Database
  ) throws -> [LedgerFault.Kind] {
    guard let payload = try? MessagePayload(stored) else { return [.payload] }
    let isMessage = stored.entry.kind == .message
    let message = payload.decides ?? stored.entry.number
    let isHeld = payload.outcome == .held
    guard isMessage == (payload.decides == nil), isMessage || !isHeld else { return [.payload] }
    let hold = try Row.fetchOne(database, sql: "SELECT decision FROM hold WHERE message = ?", arguments: [message])
    let decision: JournalNumber? = hold?["decision"]
    let isRegistered =
      isMessage
      ? try (hold != nil) == isHeld && isRegistered(stored.entry, as: payload, in: database)
      : decision == stored.entry.number && stored.entry.raw == Sealing.digest(Array("\(message)".utf8))
    if isHeld, decision != nil { return isRegistered ? [] : [.register] }
    var faults: [LedgerFault.Kind] = []
    guard let rows = try readableRows(of: message, in: database) else { return [.postings] }
    postings += rows.summary.count
    if rows.summary != payload.postings { faults.append(.postings) }
    if rows.sumCents != 0 { faults.append(.unbalanced) }
    let bounds: StatementArguments = [message << 20, (message + 1) << 20]
    let lines = try Row.fetchAll(
      database, sql: "SELECT id, isApproved, isCredit, amountCents FROM line WHERE id >= ? AND id < ? ORDER BY id",
      arguments: bounds)
    let isJudged = payload.outcome == .lines || isHeld
    var rejected: [Int] = []
    var (declared, granted) = (Int64(0), Int64(0))
    for line in lines {
      let cents: Int64 = (line["isCredit"] as Bool) ? -line["amountCents"] : line["amountCents"]
      declared += cents
      if line["isApproved"] { granted += cents } else { rejected.append(LineID(rawValue: line["id"]).position) }
    }
    let agrees =
      lines.count == (isJudged ? payload.lineCount : 0) && rejected == payload.lines.map(\.position)
      && declared == (isJudged ? payload.declaredCents : 0)
      && (isHeld || granted == payload.grantedCents)
    let isProcessed = try Bool.fetchOne(
      database, sql: "SELECT isProcessed FROM message WHERE entry = ?", arguments: [message])
    if !isRegistered || !agrees || isProcessed != (isJudged || payload.outcome == .inForce) { faults.append(.register) }
    return faults
  }

  /// The postings of an entry; nil when one has no month or no account.
  private func readableRows(of number: JournalNumber, in database: Database) throws -> PostingRows? {
    do {
      return try PostingRows(ofEntry: number, in: database)
    } catch LedgerError.damaged {
      return nil
    }
  }

  /// Whether the register names the message of an entry, by its kind and bytes.
  private func isRegistered(
    _ entry: JournalEntry, as payload: MessagePayload, in database: Database
  ) throws -> Bool {
    guard let row = try Row.fetchOne(database, sql: "SELECT * FROM message WHERE entry = ?", arguments: [entry.number])
    else { return false }
    return row["rawHash"] == Data(entry.raw.bytes) && row["kind"] == payload.kind.rawValue
  }

  /// Whether something refers to a row that is not there.
  private static func hasDangling(in database: Database) throws -> Bool {
    try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") != nil
  }

  /// Whether what is derived for speed does not agree with what it is derived from: the sums of postings, and the lists of
  /// allocations and entries.
  private static func sumsDisagree(in database: Database) throws -> Bool {
    // A ledger of an older format has neither.
    guard try database.tableExists("postingSum", in: "main") else { return false }
    let made = Schema.sumsOfPostings(setApart: "line.setApart IS NOT NULL")
    return try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT * FROM postingSum EXCEPT \(made)) OR EXISTS (\(made) EXCEPT SELECT * FROM postingSum)
          OR EXISTS (\(Schema.changedAllocations) EXCEPT SELECT allocation FROM changedAllocation)
        """) ?? true
      || [
        "currentAllocation": Schema.currentAllocations, "allocationOfClient": Schema.allocationsOfClients,
        "sharedAllocation": Schema.sharedAllocations, "ceilingEntry": Schema.ceilingEntries,
      ].contains { table, rows in
        try database.tableExists(table, in: "main")
          && Bool.fetchOne(
            database,
            sql: """
              SELECT EXISTS (SELECT * FROM \(table) EXCEPT \(rows)) OR EXISTS (\(rows) EXCEPT SELECT * FROM \(table))
              """) ?? true
      }
  }

  /// Whether lines differ from their postings, or from the credits that undid them.
  private static func registerDisagrees(in database: Database) throws -> Bool {
    let differs = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM posting JOIN line ON line.id = posting.line JOIN account ON account.id = posting.account
          WHERE posting.client <> line.client OR account.municipality <> line.municipality
            OR account.provider <> line.provider OR account.category <> line.category OR account.code <> line.code
            OR posting.deliveryMonth <> strftime('%Y-%m', line.periodBegin * 86400, 'unixepoch')
            OR posting.amountCents NOT IN (line.amountCents, -line.amountCents))
        OR EXISTS (
          SELECT 1 FROM line AS debit LEFT JOIN line AS credit ON credit.id = debit.creditedBy
          WHERE debit.creditedBy IS NOT NULL AND NOT (
            IFNULL(credit.isCredit, 0) AND credit.isApproved AND credit.provider = debit.provider
            AND credit.previousReference = debit.reference))
        OR (SELECT COUNT(*) FROM line WHERE creditedBy IS NOT NULL)
          <> (SELECT COUNT(*) FROM line JOIN linePosting ON linePosting.line = line.id
              WHERE line.isCredit = 1 AND line.isApproved = 1)
        OR EXISTS (
          SELECT 1 FROM hold LEFT JOIN journalEntry AS entry ON entry.number = hold.decision AND entry.kind = 'decision'
          WHERE hold.decision IS NOT NULL AND entry.number IS NULL)
        """)
    return differs ?? true
  }
}
