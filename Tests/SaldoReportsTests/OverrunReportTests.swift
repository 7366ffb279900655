import SaldoDomain
@testable import SaldoReports
import SaldoStore
import SaldoTestLedger
import Testing

struct OverrunReportTests {
  private func report(
    _ ledger: Ledger, _ until: String, region: RegionSnapshot = TestRegion.snapshot(), identified: Bool = false
  ) throws -> OverrunReport {
    try OverrunReport(
      ledger: ledger, region: region, period: ReportPeriod(TestRegion.month(until)),
      asOf: TestRegion.day("2026-03-31"), identified: identified)
  }

  /// The ceiling of client 0 at Merendam, the only one that is crossed.
  private func crossed(_ report: OverrunReport) throws -> OverrunReport.CeilingRow {
    try #require(report.ceilings.first { $0.ceilingCents == 100_000 && $0.municipalityName == "Merendam" })
  }

  @Test func `in February the month's amount crosses the ceiling`() throws {
    let (ledger, _) = try Support.ledger()
    let report = try report(ledger, "2026-02")
    let row = try crossed(report)
    #expect(row.usedCents == 105_000)
    #expect(row.remainingCents == 0)
    #expect(row.overCents == 5_000)
    #expect(row.sharePermille == 1050)
    #expect(row.band == .above100)
    #expect(row.signals.count == 1)
    let line = try #require(row.crossedBy)
    #expect(line.provider == TestRegion.providers[1])
    #expect(line.reference == "R10")
    #expect(line.deliveryMonth == TestRegion.month("2026-01"))
    #expect(line.bookingMonth == TestRegion.month("2026-02"))
    #expect(line.overCents == 5_000)
    #expect(report.totals.ceilings == 4)
    #expect(report.totals.above100 == 1)
    #expect(report.totals.below70 == 3)
    #expect(report.totals.overCents == 5_000)
    #expect(report.municipalities.map(\.totals.ceilings) == [2, 2])
    #expect(report.municipalities.map(\.totals.above100) == [1, 0])
  }

  @Test func `in March the credit lifts it and the next line crosses again`() throws {
    let (ledger, _) = try Support.ledger()
    let row = try crossed(try report(ledger, "2026-03"))
    #expect(row.usedCents == 104_000)
    #expect(
      row.signals.map { "\($0.kind.rawValue) \($0.reference) \($0.usedCents)" }
        == ["crossed R10 105000", "lifted R11 80000", "crossed R6-********* 104000"])
    #expect(row.crossedBy?.bookingMonth == TestRegion.month("2026-03"))
    #expect(row.crossedBy?.overCents == 4_000)
  }

  @Test func `before the first booking nothing is used`() throws {
    let (ledger, _) = try Support.ledger()
    let report = try report(ledger, "2026-01")
    #expect(report.ceilings.allSatisfy { $0.usedCents == 0 && $0.signals.isEmpty && $0.band == .below70 })
  }

  @Test func `a ceiling that was lowered afterwards is exceeded without a line`() throws {
    let (ledger, _) = try Support.ledger()
    var region = TestRegion.snapshot()
    region.clientCeilings[0].ceiling = Euros(cents: 79_999)
    let row = try #require(try report(ledger, "2026-03", region: region).ceilings.first { $0.ceilingCents == 79_999 })
    #expect(row.overCents == 1)
    #expect(row.band == .above100)
    #expect(row.crossedBy == nil)
    #expect(row.signals.isEmpty)
  }

  @Test func `a raised ceiling keeps its history`() throws {
    let (ledger, _) = try Support.ledger()
    var region = TestRegion.snapshot()
    region.clientCeilings[1].ceiling = Euros(cents: 104_000)
    let row = try #require(try report(ledger, "2026-03", region: region).ceilings.first { $0.ceilingCents == 104_000 })
    #expect(row.band == .upTo100)
    #expect(row.sharePermille == 1000)
    #expect(row.crossedBy == nil)
    #expect(row.signals.map(\.ceilingCents) == [100_000, 100_000, 100_000])
  }

  @Test(
    arguments: [
      (used: 69_999, ceiling: 100_000, band: CeilingBand.below70), (69_99, 100_00, .below70), (70_00, 100_00, .upTo100),
      (70_000, 100_000, .upTo100), (100_00, 100_00, .upTo100), (100_01, 100_00, .above100), (0, 0, .below70),
      (1, 0, .above100), (-5, 100, .below70), (2, 3, .below70), (999_999_999_999, 1_000_000_000_000, .upTo100),
      (699_999_999_999, 1_000_000_000_000, .below70),
    ] as [(used: Int64, ceiling: Int64, band: CeilingBand)])
  func `bands are exact`(used: Int64, ceiling: Int64, band: CeilingBand) {
    #expect(CeilingBand(used: Euros(cents: used), of: Euros(cents: ceiling)) == band)
  }

  @Test func `a share just below 70 per cent rounds to 70 and stays in the lowest band`() throws {
    let (ledger, _) = try Support.ledger()
    var region = TestRegion.snapshot()
    region.clientCeilings[1].ceiling = Euros(cents: 148_572)  // 104 000 ÷ 148 572 is 69.9997 %.
    let row = try #require(try report(ledger, "2026-03", region: region).ceilings.first { $0.ceilingCents == 148_572 })
    #expect(row.sharePermille == 700)
    #expect(row.band == .below70)
    #expect(row.remainingCents == 44_572)
  }

  @Test func `clients stand under a pseudonym unless asked otherwise`() throws {
    let (ledger, _) = try Support.ledger()
    let plain = try report(ledger, "2026-03")
    let identified = try report(ledger, "2026-03", identified: true)
    let bsns = TestRegion.clients.map(\.digits)
    for file in [try plain.json(), plain.html(), plain.html(in: .english)] + plain.csvTables().map(\.bytes) {
      #expect(bsns.allSatisfy { !text(file).contains($0) })
    }
    #expect(Set(identified.ceilings.map(\.client)) == Set(bsns))
    #expect(text(identified.html()).contains("burgerservicenummers"))
    #expect(text(identified.html()).contains("R6-*********"))
  }

  @Test func `a region without ceilings says so`() throws {
    var region = TestRegion.snapshot()
    region.clientCeilings = []
    let report = try report(try Support.emptyLedger(), "2026-03", region: region)
    #expect(report.totals.ceilings == 0)
    #expect(text(report.html()).contains("De regio heeft geen budgetplafonds vastgelegd."))
  }

  @Test func `March as files`() throws {
    let (ledger, _) = try Support.ledger()
    var report = try report(ledger, "2026-03")
    report.report.ledger = String(repeating: "0", count: 64)
    try Support.expect(try report.json(), isGolden: "overrun.json")
    for (name, bytes) in report.csvTables() { try Support.expect(bytes, isGolden: "overrun-\(name).csv") }
    try Support.expect(report.html(), isGolden: "overrun.nl.html")
    try Support.expect(report.html(in: .english), isGolden: "overrun.en.html")
  }
}
