import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR318Tests {
  let rule = TR318PeriodIsNotBeforeTheLast()

  private func verdict(_ month: String, after last: String?) -> Verdict {
    var known = WorkingSet.sample
    known.lastDeclarationMonth = last.map { CalendarMonth(iso: $0)! }
    let message = DeclarationMessage.sample(period: CalendarMonth(iso: month)!.period)
    let verdict = rule.verdict(on: message, in: .sample(known: known))
    if case .fail(let facts) = verdict { expectListed(facts, by: rule.metadata) }
    return verdict
  }

  // TR318, conformance case: last submitted period May 2025.
  @Test(arguments: ["2025-06", "2025-05", "2025-09"])
  func `after May: June, May again and September pass`(month: String) {
    #expect(verdict(month, after: "2025-05") == .pass)
  }

  @Test func `after May: April fails`() {
    let facts: Facts = [
      "found": .period(Period("2025-04-01", "2025-04-30")), "last": .period(Period("2025-05-01", "2025-05-31")),
    ]
    #expect(verdict("2025-04", after: "2025-05") == .fail(facts))
  }

  // V25: submitted were January, February, March and May 2021; lines of March and a forgotten April come late.
  @Test(arguments: [("2021-03", false), ("2021-04", false), ("2021-05", true), ("2021-06", true)])
  func `V25: late lines go into the last period or the next one`(month: String, passes: Bool) {
    #expect((verdict(month, after: "2021-05") == .pass) == passes)
  }

  // V27: care in May, June and September 2022.
  @Test func `V27: months without care are skipped`() {
    #expect(verdict("2022-06", after: "2022-05") == .pass)
    #expect(verdict("2022-09", after: "2022-06") == .pass)
  }

  @Test func `the turn of the year is no step back`() {
    #expect(verdict("2025-01", after: "2024-12") == .pass)
    #expect(verdict("2024-12", after: "2025-01").fails)
  }

  @Test func `a first declaration has nothing to follow`() {
    #expect(verdict("2025-02", after: nil) == .notApplicable)
    #expect(rule.verdict(on: .sample(), in: .sample(known: nil)) == .notApplicable)
  }

  @Test func `a period of two months counts from its first`() {
    var known = WorkingSet.sample
    known.lastDeclarationMonth = CalendarMonth(year: 2025, month: 5)
    let message = DeclarationMessage.sample(period: Period("2025-04-15", "2025-05-14"))
    #expect(rule.verdict(on: message, in: .sample(known: known)).fails)
  }
}
