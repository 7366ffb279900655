import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR137Tests {
  let rule = TR137PeriodsEndByTheMessageDate()

  @Test func `a month is declared from its last day on`() {
    #expect(rule.places(in: .sample(messageDate: "2025-02-28")) == [])
  }

  @Test func `the day before the last day fails in both places`() {
    #expect(
      rule.places(in: .sample(messageDate: "2025-02-27")) == [
        "DeclaratiePeriode/Einddatum", "Client[1]/Prestatie[1]/ProductPeriode/Einddatum",
      ])
  }

  @Test func `29 February counts`() {
    let leap = Period("2024-02-01", "2024-02-29")
    #expect(rule.places(in: .sample(messageDate: "2024-02-29", period: leap, lines: [.sample(period: leap)])) == [])
    #expect(
      rule.places(in: .sample(messageDate: "2024-02-28", period: leap, lines: [.sample(period: leap)])).count == 2)
  }

  @Test func `one day is a period, a day less is not`() {
    #expect(rule.places(in: .sample(lines: [.sample(period: Period("2025-02-10", "2025-02-10"))])) == [])
    let findings = rule.findings(in: .sample(lines: [.sample(period: Period("2025-02-10", "2025-02-09"))]))
    #expect(findings.map(\.facts["bound"]) == [.date("2025-02-10")])
  }

  @Test func `a period that breaks both bounds gets two findings`() {
    let period = Period("2025-03-20", "2025-03-10")
    #expect(rule.findings(in: .sample(lines: [.sample(period: period)])).count == 2)
  }

  @Test func `the date of the declaration class is not its business`() {
    #expect(rule.places(in: .sample(messageDate: "2025-02-28", date: "2025-02-01")) == [])
  }

  @Test func `a returned line ends by the date of the answer`() {
    #expect(broken(.declarationAnswer(.sample(date: "2025-02-28"))) == [])
    let early = Message.declarationAnswer(.sample(date: "2025-02-27"))
    #expect(broken(early) == ["TR137 ProductPeriode/Einddatum"])
    #expect(broken(early.following(.iWmo(.v3_2))) == ["TR137 ProductPeriode/Einddatum"])
  }

  @Test func `a returned line does not end before it begins`() {
    let line = DeliveryLine.sample(period: Period("2025-02-10", "2025-02-09"))
    #expect(
      broken(.declarationAnswer(.sample(clients: [(Sample.bsn, [line])]))) == ["TR137 ProductPeriode/Einddatum"])
  }

  @Test func `the facts tell the last day, what is wrong with it and the bound`() {
    func facts(_ words: Bilingual, _ bound: CalendarDate) -> Facts {
      ["found": .date("2025-03-10"), "problem": .phrase(words), "bound": .date(bound)]
    }
    let period = Period("2025-03-20", "2025-03-10")
    #expect(
      rule.findings(in: .sample(lines: [.sample(period: period)])).map(\.facts) == [
        facts(Bilingual(nl: "vóór haar begindatum", en: "before its begin date"), "2025-03-20"),
        facts(Bilingual(nl: "na de berichtdatum", en: "after the message date"), "2025-03-03"),
      ])
  }
}
