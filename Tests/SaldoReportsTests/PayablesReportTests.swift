import SaldoDomain
@testable import SaldoReports
import SaldoStore
import SaldoTestLedger
import Testing

struct PayablesReportTests {
  private func rows(
    _ ledger: Ledger, _ entries: [JournalNumber], payer: RegionSettings.Payer = .municipality
  ) throws -> [PayablesReport.Row] {
    try PayablesReport(
      ledger: ledger, region: TestRegion.snapshot(payer: payer), entries: entries,
      asOf: TestRegion.day("2026-03-31")
    ).payables
  }

  @Test func `agreements on the same account and cost centre share a row`() throws {
    let (ledger, entries) = try Support.ledger()
    let rows = try rows(ledger, entries.february)
    #expect(
      rows.map {
        "\($0.payer) \($0.provider) \($0.declarationNumber) \($0.amountCents) \($0.debitCredit.rawValue) \($0.ledgerAccount) \($0.costCentre)"
      }
        == [
          "0363 00000101 D1 92000 D 4410 K10", "0363 00000202 D2 25000 D 4420 K20", "0599 00000101 D3 80000 D 4410 K10",
        ])
    #expect(rows[0].bookingDate == TestRegion.day("2026-02-05"))
    #expect(rows[0].dueDate == TestRegion.day("2026-03-07"))
    #expect(rows[0].answerIdentification == "000000000007")
    #expect(rows[0].domain == .jw)
  }

  @Test func `a credit is to be recovered and never netted`() throws {
    let (ledger, entries) = try Support.ledger()
    #expect(
      try rows(ledger, entries.march).map { "\($0.declarationNumber) \($0.amountCents) \($0.debitCredit.rawValue)" }
        == ["D5 25000 C", "D6 24000 D"])
  }

  @Test func `the region may pay for all`() throws {
    let (ledger, entries) = try Support.ledger()
    let rows = try rows(ledger, entries.february, payer: .region)
    #expect(rows.allSatisfy { $0.payerKind == .region && $0.payer == "Voorbeeldregio" })
    #expect(rows.map(\.municipality.description) == ["0363", "0363", "0599"])
  }

  @Test func `numbers of other entries make nothing payable`() throws {
    let (ledger, _) = try Support.ledger()
    #expect(try rows(ledger, [1, 2, 999]).isEmpty)
    let report = try PayablesReport(
      ledger: ledger, region: TestRegion.snapshot(), entries: [], asOf: TestRegion.day("2026-03-31"))
    #expect(text(report.html()).contains("Deze run maakt niets betaalbaar."))
  }

  @Test func `the list as files`() throws {
    let (ledger, entries) = try Support.ledger()
    var report = try PayablesReport(
      ledger: ledger, region: TestRegion.snapshot(), entries: entries.february + entries.march,
      asOf: TestRegion.day("2026-03-31"))
    report.ledger = String(repeating: "0", count: 64)
    try Support.expect(report.csv(), isGolden: "payables.csv")
    try Support.expect(try report.json(), isGolden: "payables.json")
    try Support.expect(report.html(), isGolden: "payables.nl.html")
  }
}

struct RunSummaryTests {
  @Test func `a run in short`() throws {
    let (ledger, entries) = try Support.ledger()
    let digests = RunSummary.Digests(inputs: "a", region: "b", rules: "c", ledger: "d")
    let summary = try RunSummary(
      ledger: ledger, entries: Array(2...6) + entries.february + entries.march + [999], digests: digests)
    #expect(summary.messages == 11)
    #expect(summary.lines == 8)
    #expect(summary.accepted == 6)
    #expect(summary.rejected == 2)
    #expect(summary.held == 0)
    // 2470 + 800 − 250 + 240
    #expect(summary.declaredCents == 326_000)
    #expect(summary.acceptedCents == 196_000)
    #expect(summary.payableCents == 196_000)
    #expect(summary.returnCodes == ["0001": 1, "9346": 1])
    try Support.expect(try summary.json(), isGolden: "summary.json")
  }

  @Test func `a run without messages comes to nothing`() throws {
    let digests = RunSummary.Digests(inputs: "", region: "", rules: "", ledger: "")
    let summary = try RunSummary(ledger: try Support.emptyLedger(), entries: [], digests: digests)
    #expect(summary.messages == 0)
    #expect(summary.declaredCents == 0)
    #expect(summary.returnCodes.isEmpty)
  }
}
