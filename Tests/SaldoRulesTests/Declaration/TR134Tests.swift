import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR134Tests {
  let rule = TR134PeriodsBeginByTheMessageDate()

  @Test func `a period that begins on the message date passes`() {
    let message = DeclarationMessage.sample(
      messageDate: "2025-03-01", period: Period("2025-03-01", "2025-03-31"),
      lines: [.sample(period: Period("2025-03-01", "2025-03-31"))])
    #expect(rule.places(in: message) == [])
  }

  @Test func `a period that begins the day after fails in both places`() {
    let march = Period("2025-03-01", "2025-03-31")
    let message = DeclarationMessage.sample(messageDate: "2025-02-28", period: march, lines: [.sample(period: march)])
    #expect(
      rule.places(in: message) == [
        "DeclaratiePeriode/Begindatum", "Client[1]/Prestatie[1]/ProductPeriode/Begindatum",
      ])
    let facts: Facts = ["found": .date("2025-03-01"), "messageDate": .date("2025-02-28")]
    #expect(rule.findings(in: message).map(\.facts) == [facts, facts])
  }

  @Test func `the date of the declaration class is not its business`() {
    #expect(rule.places(in: .sample(messageDate: "2025-03-03", date: "2025-01-01")) == [])
  }
}
