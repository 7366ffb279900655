import SaldoDomain
import SaldoLedger
import SaldoSettlement
@testable import SaldoStore
import SaldoTestLedger
import Testing

/// Production under a lump sum, out of a ledger: from the table, from lines, from starts and stops.
struct ProductionTests {
  /// Cheap hours (€ 40.00) fall under a yearly amount of € 1,000.00 with a band of 10 % and a risk share of 50 %.
  static func region(production: [ProductionRow] = []) -> RegionSnapshot {
    var region = TestRegion.snapshot()
    region.agreements[2] = Agreement(key: "pxq-group", name: "Groep, lumpsum", model: .lumpSum)
    region.lumpSums.lumpSums = [
      LumpSum(
        agreement: "pxq-group", provider: TestRegion.providers[0], domain: .jw,
        shares: [LumpSum.Share(municipality: TestRegion.municipalities[0], weight: 1)], year: 2026,
        amount: Euros(cents: 100_000), instalments: .quarterly,
        corridor: LumpSum.Corridor(bandPercent: 10, riskSharePercent: 50))
    ]
    region.lumpSums.production = production
    return region
  }

  /// Cheap hours of February; with amount zero, as under a yearly amount, unless a price is paid.
  static func line(_ reference: ExactText, hours: Int64, isPriced: Bool = false) -> DeliveryLine {
    var line = TestMessages.line(
      reference, on: 1004, TestRegion.cheapHours, month: "2026-02", hours: hours, cents: isPriced ? hours * 4_000 : 0)
    if !isPriced { line.tariff = .zero }
    return line
  }

  static func declaration(
    _ number: ExactText, _ line: DeliveryLine, month: String = "2026-02", date: String = "2026-03-03"
  ) -> Message {
    TestMessages.declaration(
      number, provider: 0, municipality: 0, month: month, date: date, clients: [2], lines: [line])
  }

  /// A ledger with an allocation and the settled declaration of some hours of client 2 in February; priced ones were
  /// declared before the agreement became a yearly amount.
  static func ledger(hours: Int64, isPriced: Bool = false) throws -> Ledger {
    let ledger = try Ledger()
    let region = isPriced ? TestRegion.snapshot() : region()
    _ = try ledger.append(region, asOf: TestRegion.day("2026-02-02"))
    for message in [
      TestMessages.allocation(1004, provider: 0, municipality: 0, client: 2, TestRegion.cheapHours),
      declaration("D1", line("R1", hours: hours, isPriced: isPriced)),
    ] {
      try TestLedger.take(message, into: ledger, asOf: "2026-03-05", region: region)
    }
    return ledger
  }

  /// Credits the priced hours of February.
  static func credit(hours: Int64, in ledger: Ledger, month: String, asOf: String) throws {
    let credit = TestMessages.credit(line("R1", hours: hours, isPriced: true), as: "R2")
    try TestLedger.take(
      declaration("D2", credit, month: month, date: asOf), into: ledger, asOf: asOf, region: region())
  }

  static func realised(
    _ ledger: Ledger, _ region: RegionSnapshot, until: String = "2026-03", asOf: String = "2027-03-31"
  ) throws -> Int64? {
    try ledger.lumpSumFigures(
      of: region, until: TestRegion.month(until), asOf: TestRegion.day(asOf)
    ).first?.realised?.cents
  }

  @Test func `UTR-2: a line with amount zero is registered, pays nothing and counts as production`() throws {
    let ledger = try Self.ledger(hours: 3)
    let sums = try ledger.settlementFigures(of: ReportPeriod(TestRegion.month("2026-03"))).providers
    #expect(sums.map(\.approvedLines) == [1])
    #expect(sums.map(\.payables) == [.zero])
    #expect(try Self.realised(ledger, Self.region()) == 12_000)
    #expect(try Self.realised(ledger, Self.region(), until: "2026-01") == 0)
  }

  @Test func `GD-2: what the table says counts instead of the lines, and a client that is unknown too`() throws {
    func row(_ client: Int, _ volume: Int64?) -> ProductionRow {
      ProductionRow(
        municipality: TestRegion.municipalities[0], provider: TestRegion.providers[0], bsn: TestRegion.clients[client],
        product: TestRegion.cheapHours, month: TestRegion.month("2026-02"), volume: volume)
    }
    let ledger = try Self.ledger(hours: 3)
    #expect(try Self.realised(ledger, Self.region(production: [row(2, 5)])) == 20_000)
    #expect(try Self.realised(ledger, Self.region(production: [row(1, 2)])) == 20_000)
    #expect(try Self.realised(ledger, Self.region(production: [row(2, nil)])) == 0)
  }

  @Test func `a credited line counts no longer`() throws {
    let ledger = try Self.ledger(hours: 3, isPriced: true)
    #expect(try Self.realised(ledger, Self.region()) == 12_000)
    try Self.credit(hours: 3, in: ledger, month: "2026-03", asOf: "2026-04-05")
    #expect(try Self.realised(ledger, Self.region()) == 0)
  }

  @Test func `GD-2: a start counts for its days when nothing else is known`() throws {
    var region = Self.region()
    region.prices = [
      PriceRow(
        product: TestRegion.hours, unit: .fullDay, price: Euros(cents: 1_000), basis: .unit,
        validity: OpenPeriod(begin: TestRegion.day("2026-01-01"), end: nil), agreement: "pxq-group")
    ]
    let ledger = try Ledger()
    _ = try ledger.append(region, asOf: TestRegion.day("2026-02-02"))
    for message in [
      TestMessages.allocation(1001, provider: 0, municipality: 0, client: 0, TestRegion.hours),
      TestMessages.start(on: 1001, provider: 0, municipality: 0, client: 0),
    ] {
      try TestLedger.take(message, into: ledger, asOf: "2026-02-02", region: region)
    }
    // From 10 January: 22 days, and 28 of February.
    #expect(try Self.realised(ledger, region, until: "2026-02") == 50_000)
    // On 12 February only 12 of its days were delivered, and in January 22 up to the last.
    #expect(try Self.realised(ledger, region, until: "2026-02", asOf: "2026-02-12") == 34_000)
    #expect(try Self.realised(ledger, region, until: "2026-02", asOf: "2026-02-28") == 50_000)
    #expect(try Self.realised(ledger, region, until: "2026-02", asOf: "2026-01-31") == 22_000)
    #expect(try Self.realised(ledger, region, until: "2026-02", asOf: "2025-12-31") == 0)
    try ledger.rewind(to: TestRegion.day("2026-02-01"))
    #expect(try Self.realised(ledger, region, until: "2026-02") == 0)
  }

  @Test func `the corridor is settled by what was known before the settlement day`() throws {
    // 40 hours are € 1,600.00: € 500.00 above the band, half of it is € 250.00.
    let ledger = try Self.ledger(hours: 40, isPriced: true)
    let region = RegionContracts(Self.region())
    func corridors(_ asOf: String) throws -> [String] {
      try ledger.pendingDays(under: region, asOf: TestRegion.day(asOf)).flatMap(\.bookings)
        .filter { $0.key.kind == .corridor }.map { "\($0.key.due) \($0.correction) \($0.amount.cents)" }
    }
    #expect(try corridors("2027-01-30") == [])
    #expect(try corridors("2027-01-31") == ["2027-01-31 0 25000"])
    #expect(
      try LedgerDaysTests.book(ledger, asOf: "2027-01-31", region: Self.region()).last == "2027-01-31 corridor 25000")
    // A credit that comes on the settlement day or later changes nothing.
    try Self.credit(hours: 40, in: ledger, month: "2026-12", asOf: "2027-01-31")
    #expect(try Self.realised(ledger, Self.region(), until: "2026-12") == 0)
    #expect(try corridors("2027-03-01") == [])
    #expect(try ledger.verify().faults == [])
  }
}
