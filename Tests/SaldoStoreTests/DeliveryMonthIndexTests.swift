import Foundation
import GRDB
import SaldoDomain
import SaldoLedger
@testable import SaldoStore
import SaldoTestLedger
import SaldoTestSupport
import Synchronization
import Testing

/// A ledger of format 9, which finds sums of postings by their account, and what becomes of it; and the index by which
/// they are found now.
struct DeliveryMonthIndexTests {
  /// Gives a ledger the form of format 9.
  static let toFormat9 = """
    DROP INDEX postingSumByDeliveryMonth;
    CREATE INDEX postingSumByAccount ON postingSum (account, deliveryMonth);
    DELETE FROM grdb_migrations WHERE identifier = 'find sums of postings by their month of delivery';
    PRAGMA user_version = 9;
    """

  /// The region of ``LedgerDaysTests`` with a spending space and a budget of 2026, both of hours.
  private static let region = with(LedgerDaysTests.region) { region in
    region.agreements[0].segment = "ambulant"
    region.ceilings.spendingSpaces = [
      SpendingSpace(
        provider: TestRegion.providers[0], segment: "ambulant", domain: .jw, year: 2026, amount: Euros(cents: 1_000_000)
      )
    ]
    region.ceilings.productGroups = [
      ProductGroup(group: "uren", category: TestRegion.hours.category, code: TestRegion.hours.code)
    ]
    region.ceilings.budgets = [
      MunicipalBudget(
        municipality: TestRegion.municipalities[0], group: "uren", domain: .jw, year: 2026,
        amount: Euros(cents: 1_000_000))
    ]
  }

  /// What a declaration of provider 0 asks of the spending spaces.
  private static func spending(in ledger: Ledger) throws -> [SpendingUse] {
    let message = TestMessages.declaration(
      "D9", provider: 0, municipality: 0, month: "2026-03", date: "2026-04-02", clients: [0],
      lines: [TestMessages.line("N1", on: 1001, TestRegion.hours, month: "2026-03", hours: 1, cents: 8000)])
    return try ledger.workingSet(for: WorkingSetKeys(of: message), region: region).spending
  }

  /// What falls due up to the end of March.
  private static func due(in ledger: Ledger) throws -> [DueDay] {
    try ledger.pendingDays(under: RegionContracts(region), asOf: "2026-03-31")
  }

  /// Hours of provider 0: € 1,040.00 at Merendam, under an advance, and € 800.00 at Waterkant.
  private static func expectFigures(of ledger: Ledger) throws {
    #expect(try spending(in: ledger).map(\.used.cents) == [184_000])
    #expect(try ledger.spendingFigures(of: region, until: TestRegion.month("2026-03")).map(\.used.cents) == [184_000])
    #expect(try ledger.budgetFigures(of: region, asOf: "2026-03-31").first?.realised.cents == 104_000)
    // € 800.00 of January, and € 240.00 of February.
    #expect(try due(in: ledger).flatMap(\.bookings).compactMap(\.entitlement?.cents) == [80_000, 24_000])
  }

  private static func indexes(of ledger: Ledger) throws -> [String] {
    try ledger.read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'postingSum' AND sql IS NOT NULL
          ORDER BY name
          """)
    }
  }

  @Test func `a ledger of format 9 is read as it is, and taken along for writing`() throws {
    let folder = try TemporaryFolder()
    _ = try TestLedger.fill(try Ledger(path: folder.ledger, mode: .create), region: Self.region)
    try folder.tamper(Self.toFormat9)
    let old = try Ledger(path: folder.ledger, mode: .read)
    #expect(try Self.indexes(of: old) == ["postingSumByAccount", "postingSumByBookingMonth"])
    try Self.expectFigures(of: old)
    #expect(try old.verify().faults == [])
    let digest = try old.digest()
    try old.close()

    let ledger = try Ledger(path: folder.ledger, mode: .create)
    #expect(try Self.indexes(of: ledger) == ["postingSumByBookingMonth", "postingSumByDeliveryMonth"])
    #expect(try ledger.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 10)
    try Self.expectFigures(of: ledger)
    #expect(try ledger.verify().faults == [] && ledger.digest() == digest)
  }

  /// How sums of postings are found by a piece of work on a ledger, step by step, in the words of SQLite.
  private static func steps(of work: (Ledger) throws -> Void) throws -> [String] {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger, region: region)
    let queries = Mutex<[String]>([])
    ledger.queue.inDatabase {
      $0.trace { event in
        guard case .statement(let statement) = event, statement.sql.contains("postingSum") else { return }
        queries.withLock { $0.append(statement.expandedSQL) }
      }
    }
    try work(ledger)
    return try ledger.queue.inDatabase { database in
      database.trace(options: [])
      var steps: [String] = []
      for query in queries.withLock({ $0 }) {
        try PreparedStatement("EXPLAIN QUERY PLAN \(query)", in: database).forEachRow { steps.append($0.text(3)) }
      }
      return steps.filter { $0.contains("postingSum") }
    }
  }

  /// A step by an account and a month of delivery.
  private static let both = "SEARCH postingSum USING INDEX postingSumByDeliveryMonth (deliveryMonth=? AND account=?)"

  @Test func `what is used of a spending space is found by its accounts and months of delivery`() throws {
    #expect(try Self.steps { _ = try Self.spending(in: $0) } == [Self.both])
    #expect(
      try Self.steps { _ = try $0.spendingFigures(of: Self.region, until: TestRegion.month("2026-03")) } == [Self.both])
  }

  @Test func `what was accepted under advances is found by its accounts and months of delivery`() throws {
    let steps = try Self.steps { _ = try Self.due(in: $0) }
    #expect(steps.contains(Self.both))
    // The first month, and each next one, is a step in the index as well.
    #expect(
      steps.allSatisfy { $0.hasPrefix("SEARCH postingSum ") && $0.contains(" INDEX postingSumByDeliveryMonth") },
      "\(steps)")
  }

  @Test func `what was paid of a yearly amount is found by its accounts and months of delivery`() throws {
    let steps = try Self.steps {
      _ = try $0.lumpSumFigures(of: Self.region, until: TestRegion.month("2026-03"), asOf: "2026-03-31")
    }
    #expect(steps.contains(Self.both), "\(steps)")
  }

  @Test func `what is realised of budgets is found by the months of their year`() throws {
    #expect(
      try Self.steps { _ = try $0.budgetFigures(of: Self.region, asOf: "2026-03-31") } == [
        "SEARCH postingSum USING INDEX postingSumByDeliveryMonth (deliveryMonth>? AND deliveryMonth<?)"
      ])
  }
}
