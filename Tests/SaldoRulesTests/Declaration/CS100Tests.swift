import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS100Tests {
  let rule = CS100PeriodsBeginIn2021OrLater()

  @Test func `1 January 2021 passes`() {
    let january = Period("2021-01-01", "2021-01-31")
    #expect(rule.places(in: .sample(period: january, lines: [.sample(period: january)])) == [])
  }

  @Test func `31 December 2020 fails in both places`() {
    let december = Period("2020-12-31", "2020-12-31")
    let message = DeclarationMessage.sample(
      period: december, lines: [.sample(), .sample(reference: "R2", period: december)])
    let findings = rule.findings(in: message)
    #expect(
      rule.places(in: message) == [
        "DeclaratiePeriode/Begindatum", "Client[1]/Prestatie[2]/ProductPeriode/Begindatum",
      ])
    let facts: Facts = ["found": .date("2020-12-31"), "earliest": .date("2021-01-01")]
    #expect(findings.map(\.facts) == [facts, facts])
  }

  @Test func `the first day counts, not the last`() {
    let turn = Period("2020-12-31", "2021-01-30")
    let findings = rule.findings(in: .sample(period: turn, lines: [.sample(period: turn)]))
    let facts: Facts = ["found": .date("2020-12-31"), "earliest": .date("2021-01-01")]
    #expect(findings.map(\.facts) == [facts, facts])
  }
}
