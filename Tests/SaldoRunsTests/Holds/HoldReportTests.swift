import SaldoDomain
import SaldoLedger
import SaldoReports
import SaldoRuns
import SaldoTestSupport
import Testing

@testable import SaldoStore

/// What reports say of a declaration that waits, and of its decision in a later month: received on 27 June 2025, decided on
/// 1 July.
struct HoldReportTests {
  private static let june = CalendarMonth(year: 2025, month: 6)
  private static let july = CalendarMonth(year: 2025, month: 7)

  private static func settlement(
    _ care: HeldCare, _ period: ReportPeriod, asOf: CalendarDate = "2025-07-31"
  ) throws -> SettlementReport {
    try SettlementReport(ledger: care.ledger, region: care.run.region, period: period, asOf: asOf)
  }

  private static func decided() throws -> HeldCare {
    let care = try HeldCare.waiting()
    care.recordOutcome()
    try care.settle(asOf: "2025-07-01")
    return care
  }

  @Test func `WBW-3: the settlement lists what waits with its age, and counts it nowhere else`() throws {
    let care = try HeldCare.waiting()
    let report = try Self.settlement(care, ReportPeriod(Self.june), asOf: "2025-06-30")
    let row = try #require(report.held?.first)
    #expect(report.held?.count == 1)
    #expect(row.declarationNumber == "B" && row.received == "2025-06-27" && row.until == "2025-07-04")
    #expect(row.days == 3 && row.lines == 1 && row.declaredCents == 400_000)
    #expect(row.municipalityName == "Voorbeeldstad" && row.providerName == "Voorbeeldzorg")
    #expect(report.totals.linesDeclared == 1 && report.totals.declaredCents == 400_000)
    #expect(report.totals.linesRejected == 0 && report.rejections == [])
    for axis in [ReportPeriod.Axis.delivery, .declaration] {
      let year = try Self.settlement(care, ReportPeriod(year: 2025, by: axis), asOf: "2025-06-30")
      #expect(year.held == nil && year.totals.linesDeclared == 1 && year.totals.linesRejected == 0)
    }
  }

  @Test func `what waited at the end of a month stays in the report of that month, with its age then`() throws {
    let care = try Self.decided()
    let june = try Self.settlement(care, ReportPeriod(Self.june))
    #expect(june.held?.map(\.days) == [3])
    #expect(june.totals.linesDeclared == 1 && june.totals.payableCents == 400_000)
    let july = try Self.settlement(care, ReportPeriod(Self.july))
    #expect(july.held == nil)
    #expect(july.totals.linesDeclared == 1 && july.totals.linesAccepted == 1 && july.totals.payableCents == 400_000)
    let year = try Self.settlement(care, ReportPeriod(year: 2025, by: .declaration))
    #expect(year.totals.linesAccepted == 2)
    let may = try Self.settlement(care, ReportPeriod(CalendarMonth(year: 2025, month: 5), by: .delivery))
    #expect(may.totals.linesAccepted == 1 && may.totals.acceptedCents == 400_000)
  }

  @Test func `what is decided on the last day of a month does not wait at its end`() throws {
    let care = try HeldCare.waiting()
    care.recordOutcome()
    try care.settle(asOf: "2025-06-30")
    let june = try Self.settlement(care, ReportPeriod(Self.june))
    #expect(june.held == nil && june.totals.linesAccepted == 2)
  }

  @Test func `a rejection after a hold is one of the month of the decision`() throws {
    let care = try HeldCare.waiting()
    try care.settle(asOf: "2025-07-04")
    #expect(try Self.settlement(care, ReportPeriod(Self.june)).rejections == [])
    let july = try Self.settlement(care, ReportPeriod(Self.july))
    #expect(july.rejections.map(\.returnCode.rawValue) == ["9322"] && july.rejections.map(\.declaredCents) == [400_000])
    #expect(july.totals.linesRejected == 1 && july.totals.acceptedCents == 0)
  }

  @Test func `a report as it was known before the decision shows that it waited`() throws {
    let care = try Self.decided()
    try care.ledger.rewind(to: "2025-06-30")
    let june = try Self.settlement(care, ReportPeriod(Self.june), asOf: "2025-06-30")
    #expect(june.held?.count == 1)
    let year = try Self.settlement(care, ReportPeriod(year: 2025), asOf: "2025-06-30")
    #expect(year.held?.count == 1 && year.totals.linesDeclared == 1 && year.totals.payableCents == 400_000)
    #expect(try care.ledger.waiting() == [4])
  }

  @Test func `what becomes payable is of the run that decided, on its day`() throws {
    let care = try HeldCare.waiting()
    care.recordOutcome()
    let run = try care.settle(asOf: "2025-07-01")
    let payables = try PayablesReport(
      ledger: care.ledger, region: care.run.region, entries: run.messages, asOf: "2025-07-01")
    let row = try #require(payables.payables.first)
    #expect(payables.payables.count == 1)
    #expect(row.declarationNumber == "B" && row.bookingDate == "2025-07-01" && row.dueDate == "2025-07-31")
    #expect(row.amountCents == 400_000 && row.debitCredit == .debit && row.answerIdentification == "000000000004")
  }

  @Test func `the summary of a run counts the lines that wait apart`() throws {
    let digests = RunSummary.Digests(inputs: "", region: "", rules: "", ledger: "")
    let care = try HeldCare()
    let first = try care.settle([HeldCare.allocation, HeldCare.start, HeldCare.result], asOf: "2025-06-27")
    let waiting = try RunSummary(ledger: care.ledger, entries: first.messages, digests: digests)
    #expect(waiting.messages == 3 && waiting.lines == 2)
    #expect(waiting.accepted == 1 && waiting.rejected == 0 && waiting.held == 1)
    #expect(waiting.declaredCents == 800_000 && waiting.acceptedCents == 400_000 && waiting.payableCents == 400_000)
    #expect(waiting.returnCodes == [:])
    let later = try care.settle(asOf: "2025-07-04")
    let decided = try RunSummary(ledger: care.ledger, entries: later.messages, digests: digests)
    #expect(decided.messages == 1 && decided.lines == 1 && decided.rejected == 1 && decided.held == 0)
    #expect(decided.returnCodes == ["9322": 1] && later.lineCodes == [ReturnCode(rawValue: "9322"): 1])
  }

  @Test func `a ceiling is crossed by the decision, not by the receipt`() throws {
    let care = try HeldCare()
    let ceiling = ClientCeiling(
      municipality: Sample.municipality, bsn: Sample.bsn, period: Period("2025-01-01", "2025-12-31"),
      ceiling: Euros(cents: 700_000), setter: .municipality)
    care.run.region.clientCeilings = [ceiling]
    try care.settle([HeldCare.allocation, HeldCare.start, HeldCare.result], asOf: "2025-06-27")
    care.recordOutcome()
    try care.settle(asOf: "2025-07-01")
    let june = try care.ledger.figures(ofCeilingsIn: care.run.region, until: Self.june, knownOn: Self.june.last)
    #expect(june.map(\.used) == [Euros(cents: 400_000)] && june[0].signals == [])
    let july = try care.ledger.figures(ofCeilingsIn: care.run.region, until: Self.july, knownOn: Self.july.last)
    #expect(july.map(\.used) == [Euros(cents: 800_000)])
    #expect(july[0].signals.map(\.booked) == ["2025-07-01"] && july[0].signals.map(\.over.cents) == [100_000])
    #expect(july[0].signals.map(\.reference) == ["B"])
    #expect(try care.faults() == [])
  }

  @Test func `what waits is not to be credited when its allocation is shortened`() throws {
    // The start on 1001 waits with start and result of 1002, of which there is no outcome.
    let care = try HeldCare()
    let declaration = HeldCare.declared(
      [HeldCare.line("A", month: 1), HeldCare.line("Y", 800_000, month: 7, on: 1002)], over: 7)
    try care.settle([HeldCare.allocation, declaration], asOf: "2025-08-01")
    let short = with(HeldCare.product(1001)) {
      $0.validity = OpenPeriod("2025-01-13", "2025-01-30")
      $0.decidedAt = DecisionMoment(date: "2025-08-02", millisecondOfDay: 0)
    }
    let update = Message.allocated("T2", [short], date: "2025-08-02")
    #expect(try care.settle([update], asOf: "2025-08-04").held.count == 1)
    #expect(try care.ledger.shortenedLines(under: care.run.region) == [])
  }

  @Test func `what was paid is to be credited when its allocation is shortened`() throws {
    let care = try HeldCare()
    try care.settle([HeldCare.allocation, HeldCare.start], asOf: "2025-02-03")
    let short = with(HeldCare.product(1001)) {
      $0.validity = OpenPeriod("2025-01-13", "2025-01-30")
      $0.decidedAt = DecisionMoment(date: "2025-02-04", millisecondOfDay: 0)
    }
    try care.settle([.allocated("T2", [short], date: "2025-02-04")], asOf: "2025-02-05")
    #expect(try care.ledger.shortenedLines(under: care.run.region).map(\.since) == ["2025-02-05"])
  }
}
