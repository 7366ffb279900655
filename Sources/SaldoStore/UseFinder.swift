import GRDB
import SaldoDomain

/// Sums what is used of allocations, in the order of their numbers with the least reading.
struct UseFinder {
  private var lines: AscendingRows
  private let held: HeldMessages
  /// What waits does not count from this entry on.
  private let entry: JournalNumber
  /// The unit and the product of the line before, which are mostly those of the next as well.
  private var before: (unit: CareUnit, product: Product)?

  /// - Parameter entry: What waits counts as well, when it came in before this entry.
  init(waitingBefore entry: JournalNumber, _ held: HeldMessages, in database: Database) throws {
    self.held = held
    self.entry = entry
    lines = AscendingRows(
      try PreparedStatement(
        """
        SELECT allocationNumber, id, category, code, unit, volume, amountCents, periodBegin, client FROM line
        WHERE municipality = ? AND provider = ? AND allocationNumber >= ? AND isApproved = 1
          AND isCredit = 0 AND creditedBy IS NULL
        ORDER BY allocationNumber
        """, in: database))
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
          if row.integer(8) == client, try !held.holdLine(row.integer(1), from: entry) {
            let (unit, product) = try measure(of: row)
            use.add(row.integer(5), unit, amount: Euros(cents: row.integer(6)), of: product)
            last = max(last ?? row.date(7), row.date(7))
          }
          isFound = try lines.next()
        }
      }
    }
    return last.map { (use, $0) }
  }

  /// The unit and the product of a line, which are those of the line before as long as their texts are the same.
  private mutating func measure(of row: PreparedStatement) throws -> (unit: CareUnit, product: Product) {
    if let before, row.hasText(3, before.product.code.string), row.hasText(4, before.unit.rawValue),
      row.hasText(2, before.product.category.rawValue)
    {
      return before
    }
    guard let unit = CareUnit(rawValue: row.text(4)) else {
      throw LedgerError.damaged(entry: LineID(rawValue: row.integer(1)).message)
    }
    let measure = (
      unit, Product(category: ProductCategory(rawValue: row.text(2)), code: ProductCode(row.text(3)))
    )
    before = measure
    return measure
  }

  /// Lets the ledger go.
  mutating func end() { lines.end() }
}
