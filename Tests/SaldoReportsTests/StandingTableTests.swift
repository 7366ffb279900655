import Foundation
import SaldoDomain
import SaldoTestLedger
import Testing

@testable import SaldoReports
@testable import SaldoStore

/// What stands at the day of a run beside what was booked in its month: shortened allocations and budgets.
struct StandingTableTests {
  private static func report(language: Language = .dutch) throws -> SettlementReport {
    let ledger = try Support.emptyLedger()
    _ = try TestLedger.fill(ledger)
    let line = ShortenedLine(
      id: LineID(message: 9, position: 0), domain: .jw, municipality: TestRegion.municipalities[0],
      provider: TestRegion.providers[0], declarationNumber: "D1", reference: "R6-999900006",
      allocation: AllocationNumber(1001), product: TestRegion.hours,
      period: TestRegion.month("2026-02").period, amount: Euros(cents: 24_000), since: TestRegion.day("2026-02-26"))
    func budget(_ group: String?, _ budget: Int64?, _ realised: Int64) -> BudgetFigures {
      BudgetFigures(
        municipality: TestRegion.municipalities[0], domain: .jw, group: group, year: 2026,
        budget: budget.map { Euros(cents: $0) }, realised: Euros(cents: realised))
    }
    return try SettlementReport(
      ledger: ledger, region: TestRegion.snapshot(), period: ReportPeriod(TestRegion.month("2026-03")),
      asOf: TestRegion.day("2026-03-06"), shortened: [line],
      budgets: [budget("ambulant", 100_000, 104_000), budget("maand", 100_000, 70_000), budget(nil, nil, 12_000)])
  }

  private static func csv(_ name: String) throws -> String {
    String(decoding: try #require(report().csvTables().first { $0.name == name }).bytes, as: UTF8.self)
  }

  @Test func `lines to be credited, with their age, and without a BSN`() throws {
    // From 26 February to 6 March 2026 are eight days.
    #expect(
      try Self.csv("shortened") == """
        municipality;municipalityName;provider;providerName;domain;allocation;declarationNumber;reference;category;code;\
        periodBegin;periodEnd;amountCents;amountEuros;since;ageDays\r
        0363;Merendam;00000101;Jeugdhulp De Brug;jw;1001;D1;R6-*********;45;45A48;2026-02-01;2026-02-28;24000;240.00;\
        2026-02-26;8\r

        """)
  }

  @Test func `budgets with their band, and what is above or left`() throws {
    #expect(
      try Self.csv("budgets") == """
        municipality;municipalityName;group;domain;year;budgetCents;budgetEuros;realisedCents;realisedEuros;band;\
        overCents;overEuros;underCents;underEuros\r
        0363;Merendam;ambulant;jw;2026;100000;1000.00;104000;1040.00;above-100;4000;40.00;0;0.00\r
        0363;Merendam;maand;jw;2026;100000;1000.00;70000;700.00;70-to-100;0;0.00;30000;300.00\r
        0363;Merendam;;jw;2026;;;12000;120.00;;;;;\r

        """)
  }

  @Test func `both have a section on the page and come back from JSON`() throws {
    let report = try Self.report()
    let (dutch, english) = (
      String(decoding: report.html(in: .dutch), as: UTF8.self),
      String(decoding: report.html(in: .english), as: UTF8.self)
    )
    #expect(dutch.contains("Ingekorte toewijzingen") && dutch.contains("Begrotingen"))
    #expect(english.contains("Shortened allocations") && english.contains("Budgets"))
    #expect(!dutch.contains("999900006"))
    #expect(try JSONDecoder().decode(SettlementReport.self, from: Data(report.json())) == report)
  }

  @Test func `a summary counts the lines to be credited, and is silent without any`() throws {
    let ledger = try Support.emptyLedger()
    let digests = RunSummary.Digests(inputs: "", region: "", rules: "", ledger: "")
    #expect(try RunSummary(ledger: ledger, entries: [], digests: digests).shortened == nil)
    let line = ShortenedLine(
      id: LineID(message: 9, position: 0), domain: .jw, municipality: TestRegion.municipalities[0],
      provider: TestRegion.providers[0], declarationNumber: "D1", reference: "R1",
      allocation: AllocationNumber(1001), product: TestRegion.hours,
      period: TestRegion.month("2026-02").period, amount: Euros(cents: 24_000), since: TestRegion.day("2026-02-26"))
    let summary = try RunSummary(ledger: ledger, entries: [], shortened: [line, line], digests: digests)
    #expect(summary.shortened == RunSummary.Shortened(lines: 2, toCreditCents: 48_000))
  }
}
