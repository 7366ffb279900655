import GRDB
import SaldoDomain
import SaldoLedger
@testable import SaldoReports
@testable import SaldoSettlement
@testable import SaldoStore
import SaldoTestLedger
import Testing

struct SettlementReportTests {
  let asOf = TestRegion.day("2026-03-31")

  private func report(
    _ ledger: Ledger, _ from: String, _ until: String, by: ReportPeriod.Axis = .booking
  ) throws -> SettlementReport {
    try SettlementReport(
      ledger: ledger, region: TestRegion.snapshot(),
      period: ReportPeriod(from: TestRegion.month(from), until: TestRegion.month(until), by: by), asOf: asOf)
  }

  @Test func `February books three declarations`() throws {
    let (ledger, _) = try Support.ledger()
    let report = try report(ledger, "2026-02", "2026-02")
    #expect(report.totals.linesDeclared == 5)
    #expect(report.totals.linesAccepted == 4)
    #expect(report.totals.linesRejected == 1)
    // 800 + 500 + 120 + 250 + 800
    #expect(report.totals.declaredCents == 247_000)
    #expect(report.totals.acceptedCents == 197_000)
    #expect(report.totals.payableCents == 197_000)
    #expect(report.totals.rejectedCents == 50_000)
    #expect(
      report.providers.map {
        "\($0.municipality) \($0.provider) \($0.linesDeclared) \($0.declaredCents) \($0.acceptedCents)"
      }
        == ["0363 00000101 3 142000 92000", "0363 00000202 1 25000 25000", "0599 00000101 1 80000 80000"])
    #expect(report.providers[0].municipalityName == "Merendam")
    #expect(report.providers[1].providerName == "Gezin & Co <zorg>")
    #expect(
      report.products.map { "\($0.municipality) \($0.code) \($0.agreement) \($0.lines) \($0.acceptedCents)" }
        == [
          "0363 45A48 pxq 1 80000", "0363 45A49 month 1 25000", "0363 45A50 pxq-group 1 12000",
          "0599 45A48 pxq 1 80000",
        ])
    #expect(
      report.rejections == [.init(returnCode: ReturnCode(rawValue: "9346"), lines: 1, declaredCents: 50_000)])
    #expect(report.refused == SettlementReport.Refused(messages: 0, lines: 0, declaredCents: 0, codes: []))
    #expect(report.noticesNotInForce == [])
  }

  @Test func `March books a credit and tells the refused declaration apart`() throws {
    let (ledger, _) = try Support.ledger()
    let report = try report(ledger, "2026-03", "2026-03")
    #expect(report.totals.linesDeclared == 2)
    #expect(report.totals.acceptedCents == -1000)
    #expect(report.totals.payableCents == -1000)
    #expect(report.providers.map(\.acceptedCents) == [24_000, -25_000])
    #expect(
      report.refused
        == SettlementReport.Refused(
          messages: 1, lines: 1, declaredCents: 80_000,
          codes: [
            .init(
              answerClass: .header, returnCode: .technicallyRejected, messages: 1, lines: 1, declaredCents: 80_000)
          ]))
  }

  @Test func `by delivery the credit falls in the month of its debit`() throws {
    let (ledger, _) = try Support.ledger()
    let january = try report(ledger, "2026-01", "2026-01", by: .delivery)
    #expect(january.totals.acceptedCents == 172_000)
    #expect(january.totals.linesDeclared == 6)
    #expect(january.rejections.map(\.lines) == [1])
    #expect(january.refused == nil)
    #expect(january.rejectedClients == nil)
    #expect(january.noticesNotInForce == nil)
    #expect(january.reconciliation.grantedCents == nil)
    #expect(try report(ledger, "2026-02", "2026-02", by: .delivery).totals.acceptedCents == 24_000)
    #expect(try report(ledger, "2026-03", "2026-12", by: .delivery).isEmpty)
  }

  @Test func `by declaration the declaration period counts`() throws {
    let (ledger, _) = try Support.ledger()
    let january = try report(ledger, "2026-01", "2026-01", by: .declaration)
    #expect(january.totals.acceptedCents == 197_000)
    #expect(january.refused?.messages == 0)
    #expect(january.noticesNotInForce == nil)
    let february = try report(ledger, "2026-02", "2026-02", by: .declaration)
    #expect(february.totals.acceptedCents == -1000)
    #expect(february.refused?.messages == 1)
  }

  @Test(arguments: ReportPeriod.Axis.allCases)
  func `accepted is what plain SQL sums over the postings`(axis: ReportPeriod.Axis) throws {
    let (ledger, _) = try Support.ledger()
    let year = try report(ledger, "2026-01", "2026-12", by: axis)
    let sums = try ledger.queue.read { database in
      try ["care-cost", "payable"].map { kind in
        try Int64.fetchOne(
          database,
          sql: "SELECT SUM(amountCents) FROM posting JOIN account ON account.id = account WHERE kind = ?",
          arguments: [kind])!
      }
    }
    #expect(sums == [196_000, -196_000])
    #expect(year.totals.acceptedCents == sums[0])
    #expect(year.totals.payableCents == -sums[1])
    #expect(year.products.reduce(0) { $0 + $1.acceptedCents } == sums[0])
    #expect(year.reconciliation.isSound)
  }

  @Test func `codes of clients, declarations and notices are counted per class`() throws {
    let ledger = try Support.emptyLedger()
    let line = TestMessages.line("R1", on: 1001, TestRegion.hours, month: "2026-01", hours: 10, cents: 80_000)
    func declaration(_ number: ExactText) -> Message {
      TestMessages.declaration(
        number, provider: 0, municipality: 0, month: "2026-01", date: "2026-02-03", clients: [0], lines: [line])
    }
    func append(_ message: Message, _ decision: Decision) throws {
      try TestLedger.append(
        Booking(message: message, decision: decision, linePostings: nil, reversals: [], answer: nil), to: ledger,
        asOf: "2026-02-05")
    }
    let codes = ["9301", "9304"].map(ReturnCode.init(rawValue:))
    try append(declaration("D1"), .judged(Judgement(stage: .declaration(codes))))
    try append(declaration("D2"), .judged(Judgement(stage: .header([codes[0]]))))
    try append(
      declaration("D3"),
      .judged(
        Judgement(stage: .lines, clientCodes: [0: [codes[1]]], lineCodes: [0: [.notAssessed, codes[0], codes[0]]])))
    let start = TestMessages.start(on: 1001, provider: 0, municipality: 0, client: 0)
    let finding = Finding(
      rule: "TR378", level: .external, severity: .reject, returnCode: codes[0], answerClass: .header,
      place: Finding.Place(element: "", path: "", sourceLine: 0), facts: [:])
    try append(start, .notInForce([finding]))
    let report = try report(ledger, "2026-02", "2026-02")
    let refused = try #require(report.refused)
    #expect(refused.messages == 2)
    #expect(refused.lines == 2)
    #expect(refused.declaredCents == 160_000)
    #expect(
      refused.codes.map { "\($0.answerClass.rawValue) \($0.returnCode) \($0.messages)" }
        == ["Header 9301 1", "DeclaratieAntwoord 9301 1", "DeclaratieAntwoord 9304 1"])
    #expect(report.rejectedClients == [.init(returnCode: codes[1], clients: 1)])
    #expect(
      report.rejections.map { "\($0.returnCode) \($0.lines) \($0.declaredCents)" } == ["0233 1 80000", "9301 1 80000"])
    #expect(report.noticesNotInForce == [.init(message: .start, returnCode: codes[0], messages: 1)])
    #expect(report.totals.linesRejected == 1)
    let page = text(report.html())
    #expect(page.contains("305 start zorg"))
    #expect(page.contains("Afgewezen cliënten"))
    #expect(
      page.contains("<dd class=\"remark\">zonder 2 regels, €\u{A0}1.600,00, van geheel afgewezen declaraties</dd>"))
    #expect(page.contains("2 declaraties met 2 regels, ingediend €\u{A0}1.600,00."))
    let english = text(report.html(in: .english))
    #expect(english.contains("<dd class=\"remark\">without 2 lines, €1,600.00, of wholly rejected declarations</dd>"))
    // A code is told in words; 9304 is in no list.
    #expect(
      page.contains(
        "<th scope=\"row\">0233</th><td>niet beoordeeld, omdat de cliënt is afgewezen</td><td class=\"n\">1</td>"))
    #expect(page.contains("<th scope=\"row\">9304</th><td></td><td class=\"n\">1</td>"))
  }

  /// Sums of the first declaration, of one kind of account.
  private static func first(_ kind: String) -> String {
    """
    entry = (SELECT MIN(entry) FROM postingSum) AND account IN (SELECT id FROM account WHERE kind = '\(kind)')
    """
  }

  @Test(arguments: [
    "UPDATE postingSum SET amountCents = amountCents + 1 WHERE \(first("care-cost"))",
    "UPDATE postingSum SET amountCents = 2 * amountCents",
    "UPDATE OR REPLACE postingSum SET account = (SELECT MAX(id) FROM account WHERE kind = 'payable') WHERE \(first("care-cost"))",
    "UPDATE postingSum SET bookingMonth = '2027-01', declarationMonth = '2027-01' WHERE entry = (SELECT MIN(entry) FROM postingSum)",
    "DELETE FROM postingSum WHERE entry = (SELECT MIN(entry) FROM postingSum)",
    // Both sides of one amount, from the last declaration to the first one of the same municipality and provider.
    """
    UPDATE postingSum SET amountCents = amountCents + CASE WHEN amountCents > 0 THEN 100 ELSE -100 END
      * CASE entry WHEN (SELECT MIN(entry) FROM postingSum) THEN 1 ELSE -1 END
    WHERE entry IN (SELECT MIN(entry) FROM postingSum UNION SELECT MAX(entry) FROM postingSum)
      AND account IN (SELECT account FROM postingSum WHERE entry = (SELECT MAX(entry) FROM postingSum))
    """,
  ])
  func `changed sums give no report`(change: String) throws {
    let (ledger, _) = try Support.ledger()
    try ledger.queue.write { try $0.execute(sql: change) }
    #expect(throws: ReportError.self) { try report(ledger, "2026-01", "2026-12") }
    #expect(throws: ReportError.self) { try report(ledger, "2026-01", "2026-12", by: .declaration) }
  }

  @Test(arguments: [
    "UPDATE line SET isApproved = 0 WHERE id = (SELECT MIN(id) FROM line)",
    "UPDATE line SET amountCents = amountCents + 100 WHERE isApproved = 1",
    "DELETE FROM line WHERE id = (SELECT MIN(id) FROM line)",
  ])
  func `changed lines give no report by delivery`(change: String) throws {
    let (ledger, _) = try Support.ledger()
    try ledger.queue.write { try $0.execute(sql: change) }
    #expect(throws: ReportError.self) { try report(ledger, "2026-01", "2026-12", by: .delivery) }
  }

  @Test(arguments: [
    "UPDATE linePosting SET amountCents = amountCents + 1 WHERE line = (SELECT MIN(line) FROM linePosting)",
    "UPDATE linePosting SET costAccount = (SELECT MAX(id) FROM account WHERE kind = 'care-cost') WHERE line IN (SELECT MIN(line) FROM linePosting)",
    "UPDATE linePosting SET bookingMonth = 202701 WHERE line = (SELECT MIN(line) FROM linePosting)",
    "DELETE FROM linePosting WHERE line = (SELECT MIN(line) FROM linePosting)",
    "UPDATE line SET isApproved = 0 WHERE id = (SELECT MIN(id) FROM line)",
    "UPDATE line SET amountCents = amountCents + 100 WHERE isApproved = 1",
  ])
  func `a changed line or posting changes no report, and verify names it`(change: String) throws {
    let (ledger, _) = try Support.ledger()
    let before = try report(ledger, "2026-01", "2026-12")
    #expect(try ledger.verify().faults.isEmpty)
    try ledger.queue.write { database in
      try database.execute(sql: "DROP TRIGGER linePostingIsNeverUpdated; DROP TRIGGER linePostingIsNeverDeleted;")
      try database.execute(sql: change)
    }
    #expect(try report(ledger, "2026-01", "2026-12") == before)
    #expect(try !ledger.verify().faults.isEmpty)
  }

  @Test func `the error of a changed sum names the sums`() throws {
    let (ledger, _) = try Support.ledger()
    try ledger.queue.write { database in
      try database.execute(
        sql: """
          UPDATE postingSum SET amountCents = amountCents + 1
          WHERE amountCents = 80000 AND entry = (SELECT MIN(entry) FROM postingSum)
          """)
    }
    do {
      _ = try report(ledger, "2026-02", "2026-02")
      Issue.record("the report was made")
    } catch ReportError.notReconciled(let sums) {
      #expect(sums.careCostCents == 197_001)
      #expect(sums.payableCents == -197_000)
      #expect(sums.acceptedLinesCents == 197_000)
      #expect(sums.grantedCents == 197_000)
      #expect(sums.differingRows == 1)
    }
  }

  @Test func `an empty ledger gives a report that says so`() throws {
    let report = try report(try Support.emptyLedger(), "2026-02", "2026-02")
    #expect(report.isEmpty)
    #expect(text(report.html()).contains("Over deze periode staat niets in het grootboek."))
    #expect(text(report.html(in: .english)).contains("The ledger holds nothing for this period."))
    #expect(text(report.csv()).split(separator: "\r\n").count == 1)
    #expect(try !report.xlsx().isEmpty)
    try Support.expect(try report.json(), isGolden: "settlement-empty.json")
  }

  @Test func `February as files`() throws {
    let (ledger, _) = try Support.ledger()
    let report = try report(ledger, "2026-02", "2026-03").withoutDigest
    try Support.expect(try report.json(), isGolden: "settlement.json")
    for (name, bytes) in report.csvTables() { try Support.expect(bytes, isGolden: "settlement-\(name).csv") }
    try Support.expect(report.html(), isGolden: "settlement.nl.html")
    try Support.expect(report.html(in: .english), isGolden: "settlement.en.html")
  }
}

extension SettlementReport {
  /// The report with a digest of zeros: what a ledger hashes to is not the matter of these tests.
  var withoutDigest: SettlementReport {
    var copy = self
    copy.report.ledger = String(repeating: "0", count: 64)
    return copy
  }
}
