import GRDB
import SaldoDomain

/// Sums what is used of the ceilings of clients: the care-cost postings of a client at a municipality whose product period
/// counts.
///
/// What is approved and does not wait was posted at its amount, so that the lines alone tell it, unless agreements or months
/// of booking matter.
struct CeilingUseFinder {
  private let statement: PreparedStatement
  /// The keys of the agreements whose care does not count.
  private let uncounted: [String]
  /// What is approved and not posted yet; nil when postings tell.
  private let held: HeldMessages?

  /// - Parameters:
  ///   - agreements: The keys of the agreements whose care does not count.
  ///   - month: The last month of booking that counts; nil for all.
  init(
    without agreements: [String], bookedUntil month: CalendarMonth? = nil, _ held: HeldMessages, in database: Database
  ) throws {
    uncounted = agreements
    if agreements.isEmpty, month == nil {
      self.held = held
      statement = try PreparedStatement(Self.ofLines, in: database)
    } else {
      self.held = nil
      statement = try PreparedStatement(agreements.isEmpty ? Self.ofPostings : Self.ofAccounts, in: database)
      statement.bind(month?.column ?? .max, at: 4)
    }
  }

  /// What is used of a ceiling of a client at a municipality, by dense ids.
  func used(of ceiling: ClientCeiling, client: Int64, municipality: Int64) throws -> Euros {
    statement.bind(client, at: 0)
    statement.bind(municipality, at: 1)
    // A broken first month counts from its first day.
    statement.bind(Int64(ceiling.period.begin.month.first.daysSince1970), at: 2)
    statement.bind(Int64(ceiling.period.end.daysSince1970), at: 3)
    var sum = Euros.zero
    try statement.forEachRow { row in
      guard ceiling.counts(Period(begin: row.date(0), end: row.date(1))),
        try held?.holdLine(row.integer(3)) != true, uncounted.isEmpty || !uncounted.contains(row.text(4))
      else { return }
      sum += Euros(cents: row.integer(2))
    }
    return sum
  }

  private static let ofLines = """
    SELECT line.periodBegin, line.periodEnd, iif(line.isCredit, -line.amountCents, line.amountCents), line.id
    FROM \(Ledger.linesOfClient)
    WHERE line.isApproved = 1
    """

  private static let ofPostings = """
    SELECT line.periodBegin, line.periodEnd, linePosting.amountCents, line.id
    FROM \(Ledger.linesOfClient)
    CROSS JOIN linePosting ON linePosting.line = line.id
    WHERE linePosting.bookingMonth <= ?5
    """

  private static let ofAccounts = """
    SELECT line.periodBegin, line.periodEnd, linePosting.amountCents, line.id, account.agreement
    FROM \(Ledger.linesOfClient)
    CROSS JOIN linePosting ON linePosting.line = line.id
    CROSS JOIN account ON account.id = linePosting.costAccount
    WHERE linePosting.bookingMonth <= ?5
    """
}
