import GRDB
public import SaldoDomain
import SaldoLedger

/// An approved, uncredited line that its allocation no longer covers, because the allocation was shortened, taken back or
/// returned since (ingekorte toewijzing).
///
/// It is never judged again: the provider credits it, and may declare anew what is still covered.
public struct ShortenedLine: Hashable, Sendable {
  /// Its id.
  public var id: LineID
  /// The legal domain.
  public var domain: Domain
  /// The municipality that it was declared to.
  public var municipality: MunicipalityCode
  /// The provider.
  public var provider: ProviderCode
  /// The provider's number of the declaration (Standard: `DeclaratieNummer`).
  public var declarationNumber: ExactText
  /// The provider's reference of the line.
  public var reference: ExactText
  /// The number of the allocation.
  public var allocation: AllocationNumber
  /// The product.
  public var product: Product
  /// The product period, of which some day is no longer covered.
  public var period: Period
  /// The amount to be credited: that of the whole line, in euro cents.
  public var amount: Euros
  /// The as-of date from which it is not covered any more.
  public var since: CalendarDate
}

extension Ledger {
  /// The lines that no current allocation covers, in the order in which they were declared.
  ///
  /// After a merger the allocations of a municipality and those of its predecessors with one number for one client are the
  /// same. A line of nothing has nothing to credit and is left out.
  ///
  /// - Throws: ``LedgerError``.
  public func shortenedLines(under region: RegionSnapshot) throws -> [ShortenedLine] {
    try read { database in
      let rows = try SQLRequest<Row>(
        literal: Self.linesWithVersions(
          try Self.families(in: database, under: region),
          hasMergers: region.municipalities.contains { $0.successor != nil })
      ).fetchCursor(database)
      var lines: [ShortenedLine] = []
      var first: Row?
      var versions: [CoveringVersion] = []
      func finish() throws {
        guard let first, let since = CoveringVersion.uncoveredSince(first.period, by: versions) else { return }
        lines.append(try ShortenedLine(first, since: since))
      }
      while let row = try rows.next() {
        if first?["id"] as Int64? != row["id"] {
          try finish()
          first = row.copy()
          versions = []
        }
        versions.append(try CoveringVersion(row))
      }
      try finish()
      return lines
    }
  }

  /// Every municipality of the ledger with the one that bears it after all mergers, as JSON for SQLite.
  private static func families(in database: Database, under region: RegionSnapshot) throws -> String {
    let succession = Succession(region.municipalities)
    let rows = try Row.fetchAll(database, sql: "SELECT id, domain, code AS municipalityCode FROM municipality")
    let pairs = try rows.map { row in
      let code = try row.municipality()
      return "[\(row["id"] as Int64), \"\(try row.domain().rawValue) \(succession.successors(of: code).last ?? code)\"]"
    }
    return "[\(pairs.joined(separator: ", "))]"
  }

  /// The approved, uncredited lines that some version of their allocation does not cover, each once per version.
  ///
  /// The plus sign and the order of the joins keep SQLite to the index of lines by allocation: that by provider would
  /// read all lines of the provider for each allocation that changed. The order also makes it start from those that changed.
  ///
  /// - Parameter hasMergers: Whether a number can stand for allocations of several municipalities.
  private static func linesWithVersions(_ families: String, hasMergers: Bool) -> SQL {
    let candidates: SQL =
      hasMergers
      ? "allocation"
      : "changedAllocation CROSS JOIN allocation ON allocation.id = changedAllocation.allocation"
    return """
      WITH family (municipality, root) AS (
        SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(\(families))
      ), changed AS (
        SELECT family.root, allocation.number, version.client, version.provider, MAX(version.beginDate) AS lastBegin,
          MIN(version.endDate) AS firstEnd,
          MAX(version.returnedBy IS NOT NULL OR version.changeReason IS \(ChangeReason.removed.rawValue)) AS isTakenBack
        FROM \(candidates)
        CROSS JOIN allocationVersion AS version ON version.allocation = allocation.id
        CROSS JOIN family ON family.municipality = allocation.municipality
        GROUP BY family.root, allocation.number, version.client, version.provider
        HAVING COUNT(*) > 1 OR isTakenBack
      )
      SELECT line.*, municipality.domain, municipality.code AS municipalityCode, provider.code AS providerCode,
        message.declarationNumber, version.decidedDate, version.decidedMillisecond,
        version.beginDate, version.endDate, version.changeReason, entry.asOf AS inForceFrom, refusal.asOf AS returnedOn
      FROM changed
      CROSS JOIN family AS member ON member.root = changed.root
      CROSS JOIN line ON line.municipality = member.municipality AND line.allocationNumber = changed.number
        AND line.client = changed.client AND +line.provider = changed.provider
      JOIN municipality ON municipality.id = line.municipality
      JOIN provider ON provider.id = line.provider
      JOIN message ON message.entry = line.id >> 20
      JOIN family AS kin ON kin.root = changed.root
      JOIN allocation ON allocation.municipality = kin.municipality AND allocation.number = changed.number
      JOIN allocationVersion AS version ON version.allocation = allocation.id AND version.client = changed.client
        AND version.provider = changed.provider
      JOIN journalEntry AS entry ON entry.number = version.entry
      LEFT JOIN journalEntry AS refusal ON refusal.number = version.returnedBy
      WHERE line.isApproved = 1 AND line.isCredit = 0 AND line.creditedBy IS NULL AND line.amountCents > 0
        AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.message = message.entry AND hold.decision IS NULL)
        AND (changed.isTakenBack OR line.periodBegin < changed.lastBegin OR line.periodEnd > changed.firstEnd)
      ORDER BY line.id, version.decidedDate, version.decidedMillisecond, version.id
      """
  }
}

extension ShortenedLine {
  fileprivate init(_ row: Row, since: CalendarDate) throws {
    let id = LineID(rawValue: row["id"])
    guard let number = row["declarationNumber"] as String? else { throw LedgerError.damaged(entry: id.message) }
    self.init(
      id: id, domain: try row.domain(), municipality: try row.municipality(), provider: try row.provider(),
      declarationNumber: ExactText(number), reference: ExactText(row["reference"]),
      allocation: AllocationNumber(row["allocationNumber"]),
      product: Product(
        category: ProductCategory(rawValue: row["category"]), code: ProductCode(row["code"] as String)),
      period: row.period, amount: row.euros("amountCents"), since: since)
  }
}

extension Row {
  /// The product period of a line.
  fileprivate var period: Period {
    Period(begin: CalendarDate(daysSince1970: self["periodBegin"]), end: CalendarDate(daysSince1970: self["periodEnd"]))
  }
}

/// A version of an allocation with the days on which it was in force.
private struct CoveringVersion {
  let validity: OpenPeriod
  let isRemoved: Bool
  let inForceFrom: CalendarDate
  let returnedOn: CalendarDate?

  init(_ row: Row) throws {
    guard let inForceFrom = CalendarDate(iso: row["inForceFrom"] as String) else { throw LedgerError.damaged(entry: 0) }
    self.inForceFrom = inForceFrom
    returnedOn = (row["returnedOn"] as String?).flatMap { CalendarDate(iso: $0) }
    isRemoved = row["changeReason"] as String? == ChangeReason.removed.rawValue
    validity = OpenPeriod(
      begin: CalendarDate(daysSince1970: row["beginDate"]),
      end: (row["endDate"] as Int32?).map { CalendarDate(daysSince1970: $0) })
  }

  private func isInForce(on day: CalendarDate) -> Bool {
    inForceFrom <= day && returnedOn.map { day < $0 } ?? true
  }

  /// The as-of date from which some day of a period is no longer covered by the current version; nil while all are.
  ///
  /// Of the versions in force the last one is current (IV013). All versions of one municipality begin on the same day
  /// (TR332); what a successor made anew is current from its first day on.
  ///
  /// - Parameter versions: In the order of their moments of decision.
  static func uncoveredSince(_ period: Period, by versions: [CoveringVersion]) -> CalendarDate? {
    var since: CalendarDate?
    for day in Set(versions.map(\.inForceFrom) + versions.compactMap(\.returnedOn)).sorted() {
      let inForce = versions.filter { $0.isInForce(on: day) }
      let isCovered = (0..<period.dayCount).map(period.begin.adding(days:)).allSatisfy { delivered in
        inForce.last { $0.validity.begin <= delivered }.map { !$0.isRemoved && $0.validity.contains(delivered) }
          ?? false
      }
      since = isCovered ? nil : since ?? day
    }
    return since
  }
}
