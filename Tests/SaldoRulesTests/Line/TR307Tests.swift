import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR307Tests {
  let rule = TR307PeriodBeginsInTheAllocation()

  private func verdict(_ period: Period, on validity: OpenPeriod) -> Verdict {
    let context = RuleContext.sample(known: .sample(allocations: [.sample(.sample(validity: validity))]))
    return rule.judge(.sample(period: period), in: context)
  }

  @Test func `a period from the first day of the allocation passes`() {
    #expect(verdict(Period("2025-01-13", "2025-01-31"), on: OpenPeriod("2025-01-13", "2025-06-30")) == .pass)
    #expect(verdict(Period("2024-02-29", "2024-02-29"), on: OpenPeriod("2024-02-29")) == .pass)
    #expect(verdict(Period("2025-01-01", "2025-01-31"), on: OpenPeriod("2024-12-31")) == .pass)
  }

  @Test func `a period from the day before fails`() {
    let facts: Facts = ["found": .date("2025-01-12"), "earliest": .date("2025-01-13")]
    #expect(verdict(Period("2025-01-12", "2025-01-31"), on: OpenPeriod("2025-01-13", "2025-06-30")) == .fail(facts))
    #expect(verdict(Period("2024-02-28", "2024-02-29"), on: OpenPeriod("2024-02-29")).fails)
    #expect(verdict(Period("2024-12-31", "2024-12-31"), on: OpenPeriod("2025-01-01")).fails)
  }

  @Test func `an unknown allocation and credits are not its business`() {
    #expect(rule.judge(.sample(allocation: 1002)) == .notApplicable)
    #expect(TR307PeriodBeginsInTheAllocation.sides == [.debit])
  }
}
