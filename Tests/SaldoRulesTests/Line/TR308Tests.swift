import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR308Tests {
  let rule = TR308PeriodEndsInTheAllocation()

  private func verdict(_ period: Period, on validity: OpenPeriod) -> Verdict {
    let context = RuleContext.sample(known: .sample(allocations: [.sample(.sample(validity: validity))]))
    return rule.judge(.sample(period: period), in: context)
  }

  @Test func `a period up to the last day of the allocation passes`() {
    #expect(verdict(Period("2025-06-01", "2025-06-15"), on: OpenPeriod("2025-01-13", "2025-06-15")) == .pass)
    #expect(verdict(Period("2024-02-01", "2024-02-29"), on: OpenPeriod("2024-01-01", "2024-02-29")) == .pass)
  }

  @Test func `a period up to the day after fails`() {
    let facts: Facts = ["found": .date("2025-06-16"), "latest": .date("2025-06-15")]
    #expect(verdict(Period("2025-06-01", "2025-06-16"), on: OpenPeriod("2025-01-13", "2025-06-15")) == .fail(facts))
    #expect(verdict(Period("2024-02-01", "2024-02-29"), on: OpenPeriod("2024-01-01", "2024-02-28")).fails)
    #expect(verdict(Period("2025-01-01", "2025-01-31"), on: OpenPeriod("2024-01-01", "2024-12-31")).fails)
  }

  @Test func `an allocation without end, an unknown one and credits are not its business`() {
    #expect(verdict(Period("2030-06-01", "2030-06-30"), on: OpenPeriod("2025-01-13")) == .notApplicable)
    #expect(rule.judge(.sample(allocation: 1002)) == .notApplicable)
    #expect(TR308PeriodEndsInTheAllocation.sides == [.debit])
  }
}
