import Foundation
import GRDB
public import SaldoDomain
import SaldoFunding
public import SaldoLedger
public import SaldoSettlement

extension Ledger {
  /// Books what fell due on a day, in one transaction.
  ///
  /// - Throws: ``LedgerError/changedMeanwhile(path:)`` when another run wrote an entry since `number` was asked for.
  @discardableResult
  public func append(_ day: DueDay, as number: JournalNumber, asOf: CalendarDate) throws -> StoredEntry {
    let raw = Array(day.due.iso.utf8)
    return try write { database in
      try self.expect(number, in: database)
      let month = try Self.bookingMonth(asOf, in: database)
      let postings = BalancedPostings.of(pairs: day.bookings.flatMap { $0.postings(bookedIn: month) }).postings
      var rows = PostingRows()
      for (index, posting) in postings.enumerated() {
        rows.append(posting, id: number << 21 | Int64(index))
      }
      let accounts = try rows.accounts.map { try self.ids.makeAccount($0, in: database) }
      let stored = try self.append(
        .day, asOf: asOf, raw: PackedBytes(raw), year: asOf.year,
        payload: try CanonicalJSON.encode(DayPayload(day, postings: rows.summary)), in: database)
      try rows.insertSides(under: accounts, in: database)
      try PostingRows.insert(rows.sums, of: number, under: accounts, in: database)
      return stored
    }
  }

  /// What an entry of a day says.
  ///
  /// - Throws: ``LedgerError/damaged(entry:)`` when it cannot be read, or the entry is not a day.
  public func dayPayload(of number: JournalNumber) throws -> DayPayload {
    guard let stored = try entry(number), stored.entry.kind == .day else { throw LedgerError.damaged(entry: number) }
    return try DayPayload(stored)
  }

  /// What an entry of a closed month says.
  ///
  /// - Throws: ``LedgerError/damaged(entry:)`` when it cannot be read, or the entry closes nothing.
  public func closePayload(of number: JournalNumber) throws -> ClosePayload {
    guard let stored = try entry(number), stored.entry.kind == .close else { throw LedgerError.damaged(entry: number) }
    return try ClosePayload(stored)
  }

  /// What falls due under contracts up to and including a day, and was not booked yet, in order.
  public func pendingDays(under region: RegionContracts, asOf: CalendarDate) throws -> [DueDay] {
    DueDays(region: region, asOf: asOf, known: try dayKnowledge(for: region, asOf: asOf)).pending()
  }

  /// Closes a month: what is booked later falls in the next one.
  ///
  /// - Throws: ``LedgerError/changedMeanwhile(path:)`` when another run wrote an entry since `number` was asked for.
  @discardableResult
  public func append(
    closing period: CalendarMonth, as number: JournalNumber, asOf: CalendarDate
  ) throws -> StoredEntry {
    let raw = Array(period.iso.utf8)
    return try write { database in
      try self.expect(number, in: database)
      return try self.append(
        .close, asOf: asOf, raw: PackedBytes(raw), year: asOf.year,
        payload: try CanonicalJSON.encode(ClosePayload(period: period)), in: database)
    }
  }

  /// The month in which a decision of a day is booked: that of the day, or the first that is still open.
  public func bookingMonth(asOf: CalendarDate) throws -> CalendarMonth {
    try read { try Self.bookingMonth(asOf, in: $0) }
  }

  private static func bookingMonth(_ asOf: CalendarDate, in database: Database) throws -> CalendarMonth {
    try closings(in: database).reduce(asOf.month) { max($0, $1.period.adding(months: 1)) }
  }

  /// The month in which the last region, message or day was booked; nil when there is none.
  public func latestBookingMonth() throws -> CalendarMonth? {
    try read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT number, asOf FROM journalEntry WHERE kind <> 'close' ORDER BY number DESC LIMIT 1")
      guard let row, let asOf = CalendarDate(iso: row["asOf"] as String) else { return nil }
      let number: Int64 = row["number"]
      return try Self.closings(in: database).filter { $0.number < number }
        .reduce(asOf.month) { max($0, $1.period.adding(months: 1)) }
    }
  }

  /// The last month that was closed; nil when none was.
  public func lastClosed() throws -> CalendarMonth? {
    try read { try Self.closings(in: $0).map(\.period).max() }
  }

  /// A closing of a month, by its entry.
  struct Closing: Hashable {
    let number: JournalNumber
    let period: CalendarMonth
  }

  static func closings(in database: Database) throws -> [Closing] {
    try entries(of: .close, in: database).map { Closing(number: $0.entry.number, period: try ClosePayload($0).period) }
  }

  private static func entries(
    of kind: JournalEntry.Kind, asOf: CalendarDate? = nil, in database: Database
  ) throws -> [StoredEntry] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT * FROM journalEntry
        WHERE kind = ?1 AND kind <> 'message' AND (?2 IS NULL OR asOf = ?2) ORDER BY number
        """,
      arguments: [kind.rawValue, asOf?.iso]
    ).map(entry)
  }

  /// What was booked on days by entries of an as-of date, or by all, in the order of the journal.
  public func days(asOf: CalendarDate? = nil) throws -> [DayEntry] {
    try read { database in
      try Self.entries(of: .day, asOf: asOf, in: database).map {
        DayEntry(number: $0.entry.number, asOf: $0.entry.asOf, payload: try DayPayload($0))
      }
    }
  }

  /// What this ledger knows that decides what falls due under contracts; a ledger without entries begins on the day.
  ///
  /// Read only as far as the contracts ask: entitlements for advances, production for corridors.
  public func dayKnowledge(for region: RegionContracts, asOf: CalendarDate) throws -> DayKnowledge {
    let booked = try days().flatMap(\.payload.bookings)
    let records = region.snapshot.lumpSums
    let hasAdvances = !records.advances.isEmpty || booked.contains { $0.key.kind == .advance }
    return try read { database in
      let first = try String.fetchOne(database, sql: "SELECT asOf FROM journalEntry ORDER BY number LIMIT 1")
      let begin = first.flatMap { CalendarDate(iso: $0) } ?? asOf
      return DayKnowledge(
        begin: begin.month.first, booked: booked,
        entitlements: hasAdvances ? try Self.entitlements(in: database) : [],
        production: try production(for: region, asOf: asOf, in: database))
    }
  }

  /// What was accepted under advances, by account, month of delivery and as-of date.
  private static func entitlements(in database: Database) throws -> [DayKnowledge.Entitlement] {
    let query: SQL = """
      WITH RECURSIVE delivery (month) AS (\(PeriodClauses.deliveryMonths))
      SELECT municipality.domain, municipality.code AS municipalityCode, provider.code AS providerCode,
        account.agreement, postingSum.deliveryMonth, entry.asOf, -SUM(postingSum.amountCents) AS amountCents
      FROM account
      CROSS JOIN delivery
      CROSS JOIN postingSum ON postingSum.account = account.id AND postingSum.deliveryMonth = delivery.month
      JOIN municipality ON municipality.id = account.municipality
      JOIN provider ON provider.id = account.provider
      LEFT JOIN hold ON hold.message = postingSum.entry
      JOIN journalEntry AS entry ON entry.number = IFNULL(hold.decision, postingSum.entry)
      WHERE account.kind = 'unsettled' AND postingSum.lines > 0
      GROUP BY account.municipality, account.provider, account.agreement, postingSum.deliveryMonth, entry.asOf
      """
    return try SQLRequest<Row>(literal: query).fetchAll(database).map { row in
      guard let month = CalendarMonth(iso: row["deliveryMonth"] as String),
        let known = CalendarDate(iso: row["asOf"] as String)
      else { throw LedgerError.damaged(entry: 0) }
      return DayKnowledge.Entitlement(
        account: AdvanceAccount(
          domain: try row.domain(), municipality: try row.municipality(), provider: try row.provider(),
          agreement: row["agreement"]),
        deliveryMonth: month, known: known, amount: row.euros("amountCents"))
    }
  }
}

/// A journal entry of a day, with what it says.
public struct DayEntry: Hashable, Sendable {
  /// Its number.
  public let number: JournalNumber
  /// The day on which it was booked.
  public let asOf: CalendarDate
  /// What fell due, and when.
  public let payload: DayPayload
}

extension DayPayload {
  init(_ stored: StoredEntry) throws {
    self = try CanonicalJSON.decode(DayPayload.self, from: stored.payload, entry: stored.entry.number)
  }
}

extension ClosePayload {
  init(_ stored: StoredEntry) throws {
    self = try CanonicalJSON.decode(ClosePayload.self, from: stored.payload, entry: stored.entry.number)
  }
}
