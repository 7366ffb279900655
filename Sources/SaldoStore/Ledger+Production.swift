import GRDB
import SaldoDomain
import SaldoFunding
import SaldoLedger
import SaldoSettlement

extension Ledger {
  /// What was known, before the day on which it is settled, of each year's production under lump sums with a corridor.
  func production(
    for region: RegionContracts, asOf: CalendarDate, in database: Database
  ) throws -> [DayKnowledge.Production] {
    let rows = region.snapshot.lumpSums.lumpSums.filter { $0.corridor != nil }
    return try Set(rows.map(\.year)).sorted().flatMap { year in
      let scope = ProductionScope(rows.filter { $0.year == year }, year: year, in: region)
      guard scope.before <= asOf else { return [DayKnowledge.Production]() }
      return try production(scope, of: region, in: database)
    }
  }

  /// What is known of production in a scope: from the table of the region, from approved lines, and from starts and stops.
  func production(
    _ scope: ProductionScope, of region: RegionContracts, in database: Database
  ) throws -> [DayKnowledge.Production] {
    try tabled(region, scope, in: database) + lines(scope, in: database) + notices(scope, in: database)
  }

  /// The rows of `production.csv`; a client that the ledger does not know gets a number below zero.
  private func tabled(
    _ region: RegionContracts, _ scope: ProductionScope, in database: Database
  ) throws -> [DayKnowledge.Production] {
    var unknown: [Bsn: Int64] = [:]
    return try region.snapshot.lumpSums.production.compactMap { row in
      guard let agreement = scope.products[row.product], scope.months.contains(row.month) else { return nil }
      let client: Int64
      if let known = try ids.client(row.bsn, keys: keys, in: database) {
        client = known
      } else {
        client = unknown[row.bsn] ?? Int64(-1 - unknown.count)
        unknown[row.bsn] = client
      }
      return DayKnowledge.Production(
        item: ProductionItem(
          source: .table, municipality: row.municipality, provider: row.provider, client: client, product: row.product,
          period: row.month.period, volume: row.volume),
        agreement: agreement)
    }
  }

  /// The approved debit lines that no credit undid.
  private func lines(
    _ scope: ProductionScope, in database: Database
  ) throws -> [DayKnowledge.Production] {
    var items: [DayKnowledge.Production] = []
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT line.*, municipality.code AS municipalityCode, provider.code AS providerCode, account.agreement
        FROM line
        LEFT JOIN hold ON hold.message = line.id >> 20
        JOIN journalEntry AS entry ON entry.number = IFNULL(hold.decision, line.id >> 20)
        JOIN linePosting ON linePosting.line = line.id
        JOIN account ON account.id = linePosting.costAccount
        JOIN municipality ON municipality.id = line.municipality
        JOIN provider ON provider.id = line.provider
        LEFT JOIN hold AS undoingHold ON undoingHold.message = line.creditedBy >> 20
        LEFT JOIN journalEntry AS undoing ON undoing.number = IFNULL(undoingHold.decision, line.creditedBy >> 20)
        WHERE line.isCredit = 0 AND line.periodBegin BETWEEN ? AND ? AND entry.asOf < ?
          AND IFNULL(undoing.asOf >= ?, 1)
        ORDER BY line.id
        """,
      arguments: [
        scope.months.lowerBound.first.daysSince1970, scope.months.upperBound.last.daysSince1970, scope.before.iso,
        scope.before.iso,
      ])
    while let row = try cursor.next() {
      let agreement: String = row["agreement"]
      guard scope.agreements.contains(agreement) else { continue }
      items.append(
        DayKnowledge.Production(
          item: ProductionItem(
            source: .lines, municipality: try row.municipality(), provider: try row.provider(), client: row["client"],
            product: Product(
              category: ProductCategory(rawValue: row["category"]), code: ProductCode(row["code"] as String)),
            period: Period(
              begin: CalendarDate(daysSince1970: row["periodBegin"]),
              end: CalendarDate(daysSince1970: row["periodEnd"])),
            volume: row["volume"], unit: CareUnit(rawValue: row["unit"])),
          agreement: agreement))
    }
    return items
  }

  /// The months of care between starts and stops, by product and first day of care.
  private func notices(
    _ scope: ProductionScope, in database: Database
  ) throws -> [DayKnowledge.Production] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT notice.kind, notice.client, notice.category, notice.code, notice.beginDate, notice.endDate, notice.status,
          municipality.code AS municipalityCode, provider.code AS providerCode
        FROM notice
        JOIN municipality ON municipality.id = notice.municipality
        JOIN provider ON provider.id = notice.provider
        JOIN journalEntry AS entry ON entry.number = notice.entry
        WHERE notice.category IS NOT NULL AND notice.code IS NOT NULL AND entry.asOf < ?
        ORDER BY notice.id
        """, arguments: [scope.before.iso])
    var courses: [Course] = []
    var index: [Course.Key: Int] = [:]
    for row in rows {
      let product = Product(
        category: ProductCategory(rawValue: row["category"]), code: ProductCode(row["code"] as String))
      guard let agreement = scope.products[product] else { continue }
      let key = Course.Key(
        municipality: try row.municipality(), provider: try row.provider(), client: row["client"], product: product,
        begin: CalendarDate(daysSince1970: row["beginDate"]))
      let isRemoval = row["status"] as String == DeliveryStatus.removal.rawValue
      if row["kind"] as String == MessageKind.start.rawValue {
        if isRemoval {
          index[key] = nil
        } else if index[key] == nil {
          index[key] = courses.count
          courses.append(Course(key: key, agreement: agreement, end: nil))
        }
      } else if let place = index[key] {
        courses[place].end = isRemoval ? nil : (row["endDate"] as Int32?).map { CalendarDate(daysSince1970: $0) }
      }
    }
    return index.values.sorted().flatMap { courses[$0].care(in: scope.months, until: scope.horizon) }
  }

  /// A client's care from a start up to its stop, if any.
  private struct Course {
    let key: Key
    let agreement: String
    var end: CalendarDate?

    struct Key: Hashable {
      let municipality: MunicipalityCode
      let provider: ProviderCode
      let client: Int64
      let product: Product
      let begin: CalendarDate
    }

    /// The care of each of the months, up to and including a day.
    func care(in months: ClosedRange<CalendarMonth>, until horizon: CalendarDate) -> [DayKnowledge.Production] {
      (months.lowerBound.index...months.upperBound.index).map(CalendarMonth.init(index:)).compactMap { month in
        let begin = max(key.begin, month.first)
        let end = min(end ?? horizon, month.last, horizon)
        guard begin <= end else { return nil }
        return DayKnowledge.Production(
          item: ProductionItem(
            source: .notices, municipality: key.municipality, provider: key.provider, client: key.client,
            product: key.product, period: Period(begin: begin, end: end)),
          agreement: agreement)
      }
    }
  }
}

/// Which production is asked for: the agreements with their products, the months of delivery, and what was known.
struct ProductionScope {
  let agreements: Set<String>
  /// The agreement that each product belongs to.
  let products: [Product: String]
  let months: ClosedRange<CalendarMonth>
  /// What became known on this day or later does not count.
  let before: CalendarDate
  /// The last day of which care that was started and not stopped counts: no care is delivered before its day.
  let horizon: CalendarDate

  /// The production of a year, or of its days up to and including one, under lump sums.
  ///
  /// - Parameter until: The last day, with everything that is known of its month; nil for the whole year as it is settled.
  init(_ rows: [LumpSum], year: Int, until day: CalendarDate? = nil, in region: RegionContracts) {
    let agreements = Set(rows.map(\.agreement))
    self.agreements = agreements
    products = region.snapshot.prices.filter { agreements.contains($0.agreement) }.reduce(into: [:]) {
      $0[$1.product] = $1.agreement
    }
    let december = CalendarMonth(year: year, month: 12)
    months = CalendarMonth(year: year, month: 1)...min(day?.month ?? december, december)
    before = day == nil ? DueDays.settlementDay(after: december) : CalendarMonth(year: 9999, month: 12).last
    horizon = min(day ?? december.last, december.last)
  }
}
