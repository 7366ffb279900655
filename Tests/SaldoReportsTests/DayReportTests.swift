import SaldoDomain
import SaldoLedger
@testable import SaldoReports
import SaldoSettlement
@testable import SaldoStore
import SaldoTestLedger
import Testing

/// What days book, in the settlement, the payables and the overruns.
struct DayReportTests {
  /// The region with a yearly amount of € 1,200.00 for provider 1 at Waterkant, and € 300.00 for transformation.
  static var region: RegionSnapshot {
    var region = TestRegion.snapshot()
    region.agreements.append(
      Agreement(key: "lump", name: "Wijkteams", model: .lumpSum, ledgerAccount: "4437", costCentre: "K70"))
    func row(_ cents: Int64, _ part: LumpSum.Part) -> LumpSum {
      LumpSum(
        agreement: "lump", provider: TestRegion.providers[1], domain: .jw,
        shares: [LumpSum.Share(municipality: TestRegion.municipalities[1], weight: 1)], year: 2026,
        amount: Euros(cents: cents), instalments: .monthly, part: part)
    }
    region.lumpSums.lumpSums = [row(120_000, .care), row(30_000, .transformation)]
    return region
  }

  static func ledger() throws -> Ledger {
    let ledger = try Support.emptyLedger()
    _ = try TestLedger.fill(ledger, region: region)
    let asOf = TestRegion.day("2026-03-06")
    for day in try ledger.pendingDays(under: RegionContracts(region), asOf: asOf) {
      try ledger.append(day, as: try ledger.nextNumber(), asOf: asOf)
    }
    return ledger
  }

  @Test func `GD-3: the settlement reconciles, and has a line for each part`() throws {
    let report = try SettlementReport(
      ledger: Self.ledger(), region: Self.region, period: ReportPeriod(TestRegion.month("2026-03")),
      asOf: TestRegion.day("2026-03-06"))
    // February and March: twice € 100.00 and € 25.00.
    #expect(
      report.withoutDeclarations?.map { "\($0.provider) \($0.kind.rawValue) \($0.amountCents)" }
        == ["00000202 lump-sum-cost 20000", "00000202 transformation-cost 5000"])
    #expect(report.reconciliation.otherCents == 25_000)
    #expect(report.reconciliation.careCostCents == -1_000)
    #expect(report.totals.payableCents == 24_000)
    let page = text(report.html())
    #expect(page.contains("Zonder declaraties, en voorschotten"))
    #expect(page.contains("wat zonder declaraties en als voorschot is geboekt"))
  }

  @Test func `UTR-1: payables of days are what the payable postings are`() throws {
    let ledger = try Self.ledger()
    let report = try PayablesReport(
      ledger: ledger, region: Self.region, entries: Array(1...12), days: try ledger.days(),
      asOf: TestRegion.day("2026-03-06"))
    let days = report.payables.filter { $0.kind != "declaration" }
    #expect(
      days.map { "\($0.dueDate) \($0.amountCents) \($0.debitCredit.rawValue) \($0.kind) \($0.ledgerAccount)" }
        == [
          "2026-02-01 10000 D lump-sum 4437", "2026-02-01 2500 D transformation 4437",
          "2026-03-01 10000 D lump-sum 4437", "2026-03-01 2500 D transformation 4437",
        ])
    #expect(days.allSatisfy { $0.payer == "0599" && $0.declarationNumber.isEmpty && $0.costCentre == "K70" })
    let paid = report.payables.reduce(Int64(0)) { $0 + ($1.debitCredit == .debit ? $1.amountCents : -$1.amountCents) }
    let postings = try ledger.settlementFigures(of: ReportPeriod(year: 2026)).providers.reduce(0) {
      $0 + $1.payables.cents
    }
    #expect(paid == -postings)
  }

  @Test func `PM-5: the overruns show what was paid and delivered for a yearly amount`() throws {
    let report = try OverrunReport(
      ledger: Self.ledger(), region: Self.region, period: ReportPeriod(TestRegion.month("2026-03")),
      asOf: TestRegion.day("2026-03-06"))
    #expect(
      report.lumpSums?.map { "\($0.part.rawValue) \($0.amountCents) \($0.paidCents) \($0.realisedCents ?? -1)" }
        == ["care 120000 20000 0", "transformation 30000 5000 -1"])
    #expect(text(report.html()).contains("Jaarbedragen"))
  }
}
