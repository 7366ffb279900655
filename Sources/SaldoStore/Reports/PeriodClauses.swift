import GRDB
import SaldoDomain

/// The clauses of SQL that select what a period holds in one ledger.
///
/// An entry is booked in the month of its as-of date, or in the first month that was still open.
struct PeriodClauses {
  private let period: ReportPeriod
  private let closings: [Ledger.Closing]
  /// The entries of as-of dates in the period, when the month of booking counts.
  private let entries: Range<JournalNumber>

  /// The clauses of a period.
  init(_ period: ReportPeriod, in database: Database) throws {
    self.period = period
    let isByBooking = period.by == .booking
    closings = isByBooking ? try Ledger.closings(in: database) : []
    entries = isByBooking ? try Ledger.entries(from: period.from.first, until: period.until.last, in: database) : 0..<0
  }

  /// Which month counts.
  var by: ReportPeriod.Axis { period.by }
  /// The first month.
  var from: CalendarMonth { period.from }
  /// The last month, included.
  var until: CalendarMonth { period.until }

  /// The lines of processed declarations by delivery: a `FROM` clause that names `line`, with its `WHERE` clause. Lines that
  /// wait are left out.
  var linesOfDelivery: SQL {
    """
    FROM line
    WHERE line.periodBegin BETWEEN \(from.first.daysSince1970) AND \(until.last.daysSince1970)
      AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.message = line.id >> 20 AND hold.decision IS NULL)
    """
  }

  /// A condition on `postingSum`.
  var postingSums: SQL {
    switch by {
    case .booking: "postingSum.bookingMonth BETWEEN \(from.iso) AND \(until.iso)"
    case .delivery: "postingSum.deliveryMonth BETWEEN \(from.iso) AND \(until.iso)"
    case .declaration: "postingSum.declarationMonth BETWEEN \(from.iso) AND \(until.iso)"
    }
  }

  /// A condition on `postingSum`: that its care was delivered in a year. Month by month, so that those of an account are found
  /// in the index of them, which has the month first.
  static func isDelivered(in year: Int) -> SQL {
    "postingSum.deliveryMonth IN \((1...12).map { CalendarMonth(year: year, month: $0).iso })"
  }

  /// A query for all months of delivery, to be named in a `WITH RECURSIVE` clause as `delivery (month)`: a step in the index
  /// each. After the last comes a null.
  static let deliveryMonths: SQL = """
    SELECT MIN(deliveryMonth) FROM postingSum
    UNION ALL
    SELECT (SELECT MIN(deliveryMonth) FROM postingSum WHERE deliveryMonth > delivery.month) FROM delivery
    WHERE delivery.month IS NOT NULL
    """

  /// How accounts are joined to the sums of postings: by booking and by delivery an index finds the sums of the period, and
  /// SQLite must not go through all accounts instead.
  var joinAfterSums: SQL { by == .declaration ? "JOIN" : "CROSS JOIN" }

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
    // What was decided in a closed month is booked in the first open one, so that it has no first day here.
    let isFirstOpen = open.map { $0 >= from } ?? false
    let first = max(after + 1, isFirstOpen ? 1 : entries.lowerBound)
    let end = min(before ?? .max, entries.upperBound)
    return first < end ? ["entry.number >= \(first) AND entry.number < \(end)"] : []
  }
}

extension Ledger {
  /// The numbers of the entries with an as-of date in a stretch of days, which come one after the other: the as-of date never
  /// goes back.
  fileprivate static func entries(
    from first: CalendarDate, until last: CalendarDate, in database: Database
  ) throws -> Range<JournalNumber> {
    let asOf = try PreparedStatement("SELECT asOf FROM journalEntry WHERE number = ?", in: database)
    let end = try (Int64.fetchOne(database, sql: "SELECT MAX(number) FROM journalEntry") ?? 0) + 1
    /// The first entry for which a condition on its as-of date holds, which then holds for all that follow.
    func firstEntry(where holds: (String) -> Bool) throws -> JournalNumber {
      var candidates: Range<JournalNumber> = 1..<end
      while !candidates.isEmpty {
        let middle = (candidates.lowerBound + candidates.upperBound) / 2
        asOf.bind(middle, at: 0)
        guard let day = try asOf.first({ $0.text(0) }) else { throw LedgerError.damaged(entry: middle) }
        candidates = holds(day) ? candidates.lowerBound..<middle : middle + 1..<candidates.upperBound
      }
      return candidates.lowerBound
    }
    let begin = try firstEntry { $0 >= first.iso }
    return begin..<max(begin, try firstEntry { $0 > last.iso })
  }
}
