import SaldoDomain
import SaldoStore
import SaldoTestLedger
import Testing

@testable import SaldoReports

/// Raises and dispositions in the report of overruns; client 0 at Merendam uses € 1,050.00 of € 1,000.00 in February.
struct CeilingHistoryTests {
  private func row(
    _ month: String, asOf: String = "2026-03-31", raises: [CeilingRaise] = [],
    dispositions: [CeilingDisposition] = []
  ) throws -> (row: OverrunReport.CeilingRow, report: OverrunReport) {
    let (ledger, _) = try Support.ledger()
    var region = TestRegion.snapshot()
    region.ceilings.raises = raises
    region.ceilings.dispositions = dispositions
    let report = try OverrunReport(
      ledger: ledger, region: region, period: ReportPeriod(TestRegion.month(month)), asOf: TestRegion.day(asOf))
    let row = try #require(report.ceilings.first { $0.municipalityName == "Merendam" && $0.setter == .referrer })
    return (row, report)
  }

  private func raise(known day: String) -> CeilingRaise {
    CeilingRaise(
      municipality: TestRegion.municipalities[0], bsn: TestRegion.clients[0],
      ceilingBegin: TestRegion.day("2026-01-01"), validFrom: TestRegion.day("2026-01-01"),
      knownOn: TestRegion.day(day), old: Euros(cents: 100_000), new: Euros(cents: 105_000), by: "gemeente",
      reason: "vraag")
  }

  private func disposition(_ day: String, _ outcome: CeilingDisposition.Outcome) -> CeilingDisposition {
    CeilingDisposition(
      municipality: TestRegion.municipalities[0], bsn: TestRegion.clients[0],
      ceilingBegin: TestRegion.day("2026-01-01"), date: TestRegion.day(day), outcome: outcome)
  }

  @Test func `GA-3: an overrun is open until something is decided`() throws {
    let open = try row("2026-02")
    #expect(open.row.isOpen && open.row.disposition == nil)
    #expect(open.report.totals.open == 1)
    #expect(open.report.municipalities.map(\.totals.open) == [1, 0])
    let settled = try row("2026-02", dispositions: [disposition("2026-02-05", .reEvaluation)])
    #expect(!settled.row.isOpen && settled.row.disposition == .reEvaluation)
    #expect(settled.report.totals.open == 0)
  }

  // It is crossed on 5 February, lifted and crossed again on 6 March.
  @Test func `GA-3: a decision from before the overrun does not settle it`() throws {
    #expect(try row("2026-02", dispositions: [disposition("2026-02-04", .noAction)]).row.isOpen)
    #expect(try row("2026-03", dispositions: [disposition("2026-02-05", .noAction)]).row.isOpen)
    #expect(try !row("2026-03", dispositions: [disposition("2026-03-06", .noAction)]).row.isOpen)
    #expect(try row("2026-02", dispositions: [disposition("2026-03-01", .noAction)]).row.isOpen)
  }

  @Test func `GA-2: a raise lifts the overrun from when it became known`() throws {
    let known = try row("2026-02", raises: [raise(known: "2026-02-28")])
    #expect(known.row.ceilingCents == 105_000)
    #expect(known.row.overCents == 0 && !known.row.isOpen && known.row.crossedBy == nil)
    #expect(known.row.signals.map(\.ceilingCents) == [100_000])
    let later = try row("2026-02", raises: [raise(known: "2026-03-01")])
    #expect(later.row.ceilingCents == 100_000)
    #expect(later.row.overCents == 5_000 && later.row.isOpen && later.row.crossedBy != nil)
  }

  @Test func `GA-2, GA-3: a report before the end of its month knows what was known on its day`() throws {
    for (day, isKnown) in [("2026-02-20", false), ("2026-02-21", true), ("2026-03-31", true)] {
      let raised = try row("2026-02", asOf: day, raises: [raise(known: "2026-02-21")]).row
      #expect(raised.ceilingCents == (isKnown ? 105_000 : 100_000), "\(day)")
      let decided = try row("2026-02", asOf: day, dispositions: [disposition("2026-02-21", .noAction)]).row
      #expect(decided.isOpen == !isKnown, "\(day)")
    }
  }

  @Test func `GA-3: a raise that covers the overrun keeps the decision in sight`() throws {
    let raised = try row(
      "2026-02", raises: [raise(known: "2026-02-28")], dispositions: [disposition("2026-02-27", .raised)])
    #expect(raised.row.overCents == 0 && raised.row.disposition == .raised && !raised.row.isOpen)
    let other = try row("2026-01", dispositions: [disposition("2026-01-10", .raised)])
    #expect(other.row.disposition == nil)
  }

  // Client 2 has a ceiling at Merendam that the provider set, and two allocations there: 1003 and 1004.
  @Test func `GA-4: findings on allocations are told to the municipality, once each`() throws {
    let (ledger, _) = try Support.ledger()
    func rows(_ month: String, _ axis: ReportPeriod.Axis = .booking) throws -> [String]? {
      try SettlementReport(
        ledger: ledger, region: TestRegion.snapshot(),
        period: ReportPeriod(from: TestRegion.month(month), until: TestRegion.month(month), by: axis),
        asOf: TestRegion.day("2026-03-31")
      ).allocationFindings?.map {
        "\($0.municipalityName ?? "") \($0.providerName ?? "") \($0.allocation) \($0.rule)"
      }
    }
    #expect(
      try rows("2026-02") == ["Merendam Jeugdhulp De Brug 1003 K017", "Merendam Jeugdhulp De Brug 1004 K017"])
    #expect(try rows("2026-03") == [])
    #expect(try rows("2026-02", .delivery) == nil)
  }
}
