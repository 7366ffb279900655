import GRDB
import SaldoDomain

/// Sums what is used of allocations, in the order of their numbers with the least reading.
struct UseFinder {
  private var lines: AscendingRows

  /// - Parameter entry: What waits counts as well, when it came in before this entry.
  init(waitingBefore entry: JournalNumber, in database: Database) throws {
    let statement = try PreparedStatement(
      """
      SELECT allocationNumber, id, category, code, unit, volume, amountCents, periodBegin, client FROM line
      WHERE municipality = ? AND provider = ? AND allocationNumber >= ? AND isApproved = 1
        AND isCredit = 0 AND creditedBy IS NULL AND \(Ledger.unlessWaiting)
      ORDER BY allocationNumber
      """, in: database)
    statement.bind(entry, at: 3)
    lines = AscendingRows(statement)
  }

  /// What is used of an allocation, summed row by row so that years of lines cost no memory, and the day on which the
  /// last of their product periods begins; nil when nothing is.
  mutating func use(of place: AllocationPlace) throws -> (use: AllocationUse, lastPeriodBegin: CalendarDate)? {
    guard let client = place.client else { return nil }
    var use = AllocationUse()
    var last: CalendarDate?
    for municipality in place.municipalities {
      for provider in place.providers {
        var isFound = try lines.find(Int64(place.named.number.number), of: municipality, with: provider)
        while isFound {
          let row = lines.row
          if row.integer(8) == client {
            guard let unit = CareUnit(rawValue: row.text(4)) else {
              throw LedgerError.damaged(entry: LineID(rawValue: row.integer(1)).message)
            }
            use.add(
              row.integer(5), unit, amount: Euros(cents: row.integer(6)),
              of: Product(category: ProductCategory(rawValue: row.text(2)), code: ProductCode(row.text(3))))
            last = max(last ?? row.date(7), row.date(7))
          }
          isFound = try lines.next()
        }
      }
    }
    return last.map { (use, $0) }
  }

  /// Lets the ledger go.
  mutating func end() { lines.end() }
}
