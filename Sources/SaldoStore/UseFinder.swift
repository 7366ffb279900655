import GRDB
import SaldoDomain

/// Sums what is used of allocations.
struct UseFinder {
  private let statement: PreparedStatement

  init(in database: Database) throws {
    statement = try PreparedStatement(
      """
      SELECT id, category, code, unit, volume, amountCents, periodBegin FROM line
      WHERE municipality = ? AND provider = ? AND allocationNumber = ? AND client = ? AND isApproved = 1
        AND isCredit = 0 AND creditedBy IS NULL AND \(Ledger.unlessWaiting)
      """, in: database)
  }

  /// What is used of an allocation, summed row by row so that years of lines cost no memory, and the day on which the
  /// last of their product periods begins; nil when nothing is.
  ///
  /// - Parameter entry: What waits counts as well, when it came in before this entry.
  func use(
    of place: AllocationPlace, waitingBefore entry: JournalNumber
  ) throws -> (use: AllocationUse, lastPeriodBegin: CalendarDate)? {
    guard let client = place.client else { return nil }
    var use = AllocationUse()
    var last: CalendarDate?
    statement.bind(Int64(place.named.number.number), at: 2)
    statement.bind(client, at: 3)
    statement.bind(entry, at: 4)
    for municipality in place.municipalities {
      statement.bind(municipality, at: 0)
      for provider in place.providers {
        statement.bind(provider, at: 1)
        try statement.forEachRow { row in
          guard let unit = CareUnit(rawValue: row.text(3)) else {
            throw LedgerError.damaged(entry: LineID(rawValue: row.integer(0)).message)
          }
          use.add(
            row.integer(4), unit, amount: Euros(cents: row.integer(5)),
            of: Product(category: ProductCategory(rawValue: row.text(1)), code: ProductCode(row.text(2))))
          last = max(last ?? row.date(6), row.date(6))
        }
      }
    }
    return last.map { (use, $0) }
  }
}
