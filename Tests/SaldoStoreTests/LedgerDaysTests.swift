import Foundation
import GRDB
import SaldoDomain
import SaldoLedger
import SaldoSettlement
@testable import SaldoStore
import SaldoTestLedger
import Testing

/// Days in a ledger: booked once, verified, settled with what was declared.
struct LedgerDaysTests {
  /// The region with an advance of € 800.00 a month on hours of provider 0 at Merendam, and a yearly amount.
  static var region: RegionSnapshot {
    var region = TestRegion.snapshot()
    region.agreements.append(Agreement(key: "lump", name: "Wijkteams", model: .lumpSum))
    region.lumpSums.advances = [
      Advance(
        agreement: "pxq", provider: TestRegion.providers[0], municipality: TestRegion.municipalities[0], domain: .jw,
        year: 2026, yearlyAmount: Euros(cents: 1_200_000), height: .percent(80), settled: .monthly)
    ]
    region.lumpSums.lumpSums = [
      LumpSum(
        agreement: "lump", provider: TestRegion.providers[1], domain: .jw,
        shares: [LumpSum.Share(municipality: TestRegion.municipalities[1], weight: 1)], year: 2026,
        amount: Euros(cents: 1_200_000), instalments: .quarterly)
    ]
    return region
  }

  static func book(_ ledger: Ledger, asOf: String, region: RegionSnapshot = region) throws -> [String] {
    let day = TestRegion.day(asOf)
    return try ledger.pendingDays(under: RegionContracts(region), asOf: day).flatMap { pending in
      try ledger.append(pending, as: try ledger.nextNumber(), asOf: day)
      return pending.bookings.map {
        "\($0.key.due) \($0.key.kind.rawValue) \($0.amount.cents)\($0.entitlement.map { " of \($0.cents)" } ?? "")"
      }
    }
  }

  static func balances(_ ledger: Ledger) throws -> [String: Int64] {
    try ledger.read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT account.kind, SUM(amountCents) AS cents FROM posting JOIN account ON account.id = posting.account
          GROUP BY account.kind
          """)
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["kind"] as String, $0["cents"] as Int64) })
    }
  }

  @Test func `ZB-6: declared care is settled with advances, and a credit comes back from them`() throws {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger, region: Self.region)
    // Hours of provider 0 at Merendam are not payable but to be settled: 80,000 of January, 24,000 of February.
    #expect(try Self.balances(ledger) == ["care-cost": 196_000, "payable": -92_000, "unsettled": -104_000])
    #expect(
      try Self.book(ledger, asOf: "2026-03-31")
        == [
          "2026-02-01 advance 80000", "2026-02-28 settlement 80000 of 80000", "2026-03-01 advance 80000",
          "2026-03-31 settlement 0 of 24000",
        ])
    #expect(try Self.book(ledger, asOf: "2026-03-31") == [])
    // Payable: 92,000, two advances and January's care. Of the advances 24,000 is used.
    #expect(
      try Self.balances(ledger)
        == ["care-cost": 196_000, "payable": -332_000, "unsettled": 0, "advance": 136_000])
    let hours = TestMessages.line("R1", on: 1001, TestRegion.hours, month: "2026-01", hours: 10, cents: 80_000)
    try TestLedger.take(
      TestMessages.declaration(
        "D7", provider: 0, municipality: 0, month: "2026-03", date: "2026-04-02", clients: [0],
        lines: [TestMessages.credit(hours, as: "R12")]), into: ledger, asOf: "2026-04-02", region: Self.region)
    #expect(try Self.balances(ledger)["unsettled"] == 80_000)
    #expect(
      try Self.book(ledger, asOf: "2026-04-30")
        == ["2026-04-01 lump-sum 300000", "2026-04-01 advance 80000", "2026-04-30 settlement 0 of -80000"])
    let verification = try ledger.verify()
    #expect(verification.faults == [])
    #expect(try Self.balances(ledger).values.reduce(0, +) == 0)
  }

  @Test func `of a yearly amount is paid what was booked, December with the other months`() throws {
    var region = Self.region
    region.lumpSums.lumpSums[0].instalments = .monthly
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger, region: region)
    _ = try Self.book(ledger, asOf: "2026-12-31", region: region)
    func paid(until month: String) throws -> [Int64] {
      try ledger.lumpSumFigures(of: region, until: TestRegion.month(month), asOf: TestRegion.day("2026-12-31"))
        .map(\.paid.cents)
    }
    // The ledger begins in February: eleven months of € 1,000.00, all booked in December.
    #expect(try paid(until: "2026-12") == [1_100_000])
    #expect(try paid(until: "2026-11") == [0])
  }

  @Test func `a line stays where it was booked when the advance is gone`() throws {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger, region: Self.region)
    let hours = TestMessages.line("R1", on: 1001, TestRegion.hours, month: "2026-01", hours: 10, cents: 80_000)
    var without = Self.region
    without.lumpSums.advances = []
    try TestLedger.take(
      TestMessages.declaration(
        "D7", provider: 0, municipality: 0, month: "2026-03", date: "2026-04-02", clients: [0],
        lines: [TestMessages.credit(hours, as: "R12")]), into: ledger, asOf: "2026-04-02", region: without)
    #expect(try Self.balances(ledger) == ["care-cost": 116_000, "payable": -92_000, "unsettled": -24_000])
  }

  @Test(arguments: [
    ("the amounts of a booking", "UPDATE dayPosting SET amountCents = 2 * amountCents", "postings"),
    ("the month of a booking", "UPDATE dayPosting SET bookingMonth = 202701", "postings"),
    ("a missing booking", "DELETE FROM dayPosting", "postings"),
    (
      "a payload",
      "UPDATE journalEntry SET payload = replace(CAST(payload AS TEXT), '80000', '90000') WHERE kind = 'day'",
      "payload"
    ),
    (
      "an added booking",
      "INSERT INTO dayPosting SELECT (7 << 21) + 999, account, 0, deliveryMonth, declarationMonth, bookingMonth FROM dayPosting LIMIT 1",
      "postings"
    ),
  ])
  func `a changed day does not verify`(name: String, sql: String, fault: String) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(path: folder.ledger, mode: .create)
    _ = try TestLedger.fill(ledger, region: Self.region)
    _ = try Self.book(ledger, asOf: "2026-03-31")
    try ledger.append(
      closing: TestRegion.month("2026-03"), as: try ledger.nextNumber(), asOf: TestRegion.day("2026-03-31"))
    try ledger.close()
    #expect(try Ledger(path: folder.ledger, mode: .read).verify().faults == [])
    try folder.tamper(
      sql.replacingOccurrences(of: "payload = replace(", with: "payload = CAST(replace(").replacingOccurrences(
        of: "'90000')", with: "'90000') AS BLOB)"))
    let faults = try Ledger(path: folder.ledger, mode: .read).verify().faults
    #expect(faults.contains { "\($0.kind)" == fault }, "\(name): \(faults)")
  }

  @Test func `a booking of a line is for its client`() throws {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger, region: Self.region)
    #expect(throws: (any Error).self) {
      try ledger.write {
        try $0.execute(
          sql:
            "INSERT INTO linePosting SELECT 1, costAccount, debtAccount, NULL, amountCents, deliveryMonth, declarationMonth, bookingMonth FROM linePosting LIMIT 1"
        )
      }
    }
  }

  @Test func `a closed month takes nothing more`() throws {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger, region: Self.region)
    #expect(try ledger.bookingMonth(asOf: TestRegion.day("2026-03-31")) == TestRegion.month("2026-03"))
    try ledger.append(
      closing: TestRegion.month("2026-03"), as: try ledger.nextNumber(), asOf: TestRegion.day("2026-03-31"))
    #expect(try ledger.bookingMonth(asOf: TestRegion.day("2026-03-31")) == TestRegion.month("2026-04"))
    #expect(try ledger.bookingMonth(asOf: TestRegion.day("2026-05-01")) == TestRegion.month("2026-05"))
    #expect(try ledger.latestBookingMonth() == TestRegion.month("2026-03"))
    _ = try Self.book(ledger, asOf: "2026-03-31")
    #expect(try ledger.latestBookingMonth() == TestRegion.month("2026-04"))
    #expect(try ledger.verify().faults == [])
    func payable(_ month: String) throws -> Int64 {
      try ledger.settlementFigures(of: ReportPeriod(TestRegion.month(month))).providers.reduce(0) {
        $0 + $1.payables.cents
      }
    }
    // March had −1,000 cents of its own lines, what the days made payable fell in April: 240,000.
    #expect(try payable("2026-04") == -240_000)
    #expect(try ledger.settlementFigures(of: ReportPeriod(TestRegion.month("2026-04"))).providers.map(\.lines) == [0])
  }

  @Test func `lines booked after a closing count in the next month`() throws {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger)
    try ledger.append(
      closing: TestRegion.month("2026-03"), as: try ledger.nextNumber(), asOf: TestRegion.day("2026-03-06"))
    let number = try ledger.nextNumber()
    let message = TestMessages.declaration(
      "D8", provider: 0, municipality: 1, month: "2026-02", date: "2026-03-05", clients: [1],
      lines: [TestMessages.line("R20", on: 2001, TestRegion.hours, month: "2026-02", hours: 2, cents: 16_000)])
    let region = TestRegion.snapshot()
    let known = try ledger.workingSet(for: WorkingSetKeys(of: message), region: region)
    let asOf = TestRegion.day("2026-03-06")
    let settlement = Settlement(
      asOf: asOf, region: RegionContracts(region), bookingMonth: try ledger.bookingMonth(asOf: asOf))
    try TestLedger.append(settlement.settle(message, as: number, known: known), to: ledger, asOf: "2026-03-06")
    func figures(_ month: String) throws -> SettlementFigures {
      try ledger.settlementFigures(of: ReportPeriod(TestRegion.month(month)))
    }
    #expect(try figures("2026-04").providers.map(\.approved.cents) == [16_000])
    #expect(try figures("2026-04").granted?.cents == 16_000)
    // March keeps what it had: a refused declaration, a credit of 25,000 and a line of 24,000.
    #expect(try figures("2026-03").providers.map(\.approved.cents) == [24_000, -25_000])
    #expect(try figures("2026-02").providers.map(\.approved.cents) == [92_000, 25_000, 80_000])
  }

  @Test func `a ledger shows what it knew on a day`() throws {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger, region: Self.region)
    let digest = try #require(try ledger.entry(9)).hash
    try ledger.rewind(to: TestRegion.day("2026-03-05"))
    #expect(try ledger.digest() == digest)
    let figures = try ledger.settlementFigures(of: ReportPeriod(year: 2026))
    #expect(figures.providers.map(\.approved.cents) == [92_000, 25_000, 80_000])
  }
}
