import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR319Tests {
  let rule = TR319PeriodIsNotAfterTheDeclarationPeriod()
  private let march = Period("2025-03-01", "2025-03-31")
  private let styleSheet = RegionContracts.sample(settings: RegionSettings(tr319: .message))

  private func judge(_ message: DeclarationMessage, region: RegionContracts?) -> Judgement {
    var evaluator = DeclarationEvaluator(.sample(asOf: "2025-04-10", region: region))
    return evaluator.judge(message)
  }

  /// The sample declaration over February, of 31 March, with one line over a period.
  private func february(_ line: DeliveryLine) -> DeclarationMessage {
    .sample(messageDate: "2025-03-31", date: "2025-03-31", lines: [line])
  }

  // Conformance case: DeclaratiePeriode February.
  @Test(arguments: [Period("2025-01-13", "2025-01-31"), Period("2025-02-01", "2025-02-28")])
  func `January and February in February pass`(period: Period) {
    #expect(rule.judge(.sample(period: period)) == .pass)
  }

  @Test func `March in February fails`() {
    let facts: Facts = ["found": .period(march), "bound": .date("2025-02-28")]
    #expect(rule.judge(.sample(period: march)) == .fail(facts))
  }

  @Test func `the last day counts and the day after does not`() {
    #expect(rule.judge(.sample(period: Period("2025-02-28", "2025-02-28"))) == .pass)
    #expect(rule.judge(.sample(period: Period("2025-03-01", "2025-03-01"))).fails)
  }

  @Test func `any day after it counts, also when the period ends before it begins`() {
    #expect(rule.judge(.sample(period: Period("2025-02-15", "2025-03-01"))).fails)
    #expect(rule.judge(.sample(period: Period("2025-03-01", "2025-02-15"))).fails)
    #expect(rule.judge(.sample(period: Period("2025-02-28", "2025-02-15"))) == .pass)
  }

  @Test func `with the setting it says nothing of the line`() {
    #expect(!TR319PeriodIsNotAfterTheDeclarationPeriod.applies(in: .sample(region: styleSheet)))
  }

  @Test func `at the line it gives 9319 there`() {
    let judgement = judge(february(.sample(period: march)), region: .sample)
    #expect(judgement.lineCodes == [0: [ReturnCode(rawValue: "9319")]])
    #expect(judgement.findings.map(\.rule) == ["TR319"])
    #expect(judge(february(.sample(period: march)), region: nil).lineCodes == [0: [ReturnCode(rawValue: "9319")]])
  }

  @Test func `with the setting it refuses the message with 0001, as the style sheet does`() throws {
    let judgement = judge(february(.sample(period: march)), region: styleSheet)
    #expect(judgement.stage == .header([.technicallyRejected]))
    let finding = try #require(judgement.findings.first)
    #expect(judgement.findings.count == 1)
    #expect((finding.rule, finding.level, finding.severity) == ("TR319", .message, .reject))
    #expect(finding.returnCode == .technicallyRejected)
    #expect(finding.answerClass == .header)
    #expect(finding.place.path.hasSuffix("Prestatie[1]/ProductPeriode/Einddatum"))
    #expect(judge(february(.sample()), region: styleSheet).stage == .lines)
  }

  // The style sheet tests every Prestatie; level 2 holds for credits too.
  @Test func `a credit is judged at the message only`() {
    let credit = DeliveryLine.sample(period: march).credited(as: "C1")
    #expect(TR319PeriodIsNotAfterTheDeclarationPeriod.sides == [.debit])
    #expect(judge(february(credit), region: styleSheet).stage == .header([.technicallyRejected]))
    #expect(!judge(february(credit), region: .sample).findings.map(\.rule).contains("TR319"))
  }
}
