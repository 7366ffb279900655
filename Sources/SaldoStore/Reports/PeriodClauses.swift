import GRDB
import SaldoDomain

/// The clauses of SQL that select what a period holds in one ledger.
///
/// An entry is booked in the month of its as-of date, or in the first month that was still open.
struct PeriodClauses {
  private let period: ReportPeriod
  private let closings: [Ledger.Closing]

  /// The clauses of a period.
  init(_ period: ReportPeriod, in database: Database) throws {
    self.period = period
    closings = period.by == .booking ? try Ledger.closings(in: database) : []
  }

  /// Which month counts.
  var by: ReportPeriod.Axis { period.by }
  /// The first month.
  var from: CalendarMonth { period.from }
  /// The last month, included.
  var until: CalendarMonth { period.until }

  /// The lines of processed declarations: a `FROM` clause that names `line`, with its `WHERE` clause. Lines that wait are
  /// left out.
  ///
  /// The lines of a message are a range of ids, so that booking and declaration read only the messages that they ask.
  var lines: SQL {
    switch by {
    case .booking:
      """
      FROM \(SQL.decidedDeclarations)
      CROSS JOIN line ON line.id >= message.entry << 20 AND line.id < (message.entry + 1) << 20
      WHERE \(booked)
      """
    case .declaration:
      """
      FROM \(SQL.decidedDeclarations)
      CROSS JOIN line ON line.id >= message.entry << 20 AND line.id < (message.entry + 1) << 20
      WHERE message.declarationMonth BETWEEN \(from.iso) AND \(until.iso)
      """
    case .delivery:
      """
      FROM line
      WHERE line.periodBegin BETWEEN \(from.first.daysSince1970) AND \(until.last.daysSince1970)
        AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.message = line.id >> 20 AND hold.decision IS NULL)
      """
    }
  }

  /// The postings of lines: a `FROM` clause that names `linePosting`, with its `WHERE` clause. Those of an entry are a
  /// range of lines.
  var linePostings: SQL {
    """
    FROM \(bookedEntries)
    CROSS JOIN linePosting ON linePosting.line >= booked.entry << 20 AND linePosting.line < (booked.entry + 1) << 20
    WHERE \(months(of: "linePosting", from: from.column, until: until.column))
    """
  }

  /// The postings of days: a `FROM` clause that names `dayPosting`, with its `WHERE` clause.
  var dayPostings: SQL {
    """
    FROM \(bookedEntries)
    CROSS JOIN dayPosting ON dayPosting.id >= booked.entry << 21 AND dayPosting.id < (booked.entry + 1) << 21
    WHERE \(months(of: "dayPosting", from: from.column, until: until.column))
    """
  }

  private var bookedEntries: SQL { "(SELECT DISTINCT entry FROM postingSum WHERE \(postingSums)) AS booked" }

  /// A condition on `postingSum`.
  var postingSums: SQL { months(of: "postingSum", from: from.iso, until: until.iso) }

  /// How accounts are joined to the sums of postings: by booking an index finds the sums of the period, and SQLite must not
  /// go through all accounts instead.
  var joinAfterSums: SQL { by == .booking ? "CROSS JOIN" : "JOIN" }

  /// A condition on the months of a table, in the form in which it keeps them.
  private func months(of table: SQL, from: some SQLExpressible, until: some SQLExpressible) -> SQL {
    switch by {
    case .booking: "\(table).bookingMonth BETWEEN \(from) AND \(until)"
    case .delivery: "\(table).deliveryMonth BETWEEN \(from) AND \(until)"
    case .declaration: "\(table).declarationMonth BETWEEN \(from) AND \(until)"
    }
  }

  /// A condition on `entry` (a journal entry) and `message`; nil by delivery, because a message has no such month.
  var messages: SQL? {
    switch by {
    case .booking: booked
    case .delivery: nil
    case .declaration: "message.declarationMonth BETWEEN \(from.iso) AND \(until.iso)"
    }
  }

  /// A condition on `entry`: that its month of booking lies in the period.
  private var booked: SQL {
    var stretches: [SQL] = []
    var open: CalendarMonth?
    var after: JournalNumber = 0
    for closing in closings {
      stretches += stretch(after: after, before: closing.number, open: open)
      open = max(open ?? closing.period.adding(months: 1), closing.period.adding(months: 1))
      after = closing.number
    }
    stretches += stretch(after: after, before: nil, open: open)
    return stretches.isEmpty ? "FALSE" : "(\(stretches.joined(separator: " OR ")))"
  }

  /// The condition for the entries between two closings, given the first month that was open then; none when nothing of
  /// theirs can be in the period.
  private func stretch(after: JournalNumber, before: JournalNumber?, open: CalendarMonth?) -> [SQL] {
    guard open.map({ $0 <= until }) ?? true else { return [] }
    var condition: SQL = "entry.asOf <= \(until.last.iso)"
    // What was decided in a closed month is booked in the first open one, so that it has no first day here.
    if open.map({ $0 < from }) ?? true { condition += " AND entry.asOf >= \(from.first.iso)" }
    if after > 0 { condition += " AND entry.number > \(after)" }
    if let before { condition += " AND entry.number < \(before)" }
    return [condition]
  }
}
