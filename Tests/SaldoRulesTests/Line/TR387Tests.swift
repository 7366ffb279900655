import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR387Tests {
  let rule = TR387PeriodBeginsWithMonthOrAllocation()

  private func verdict(_ period: Period, on validity: OpenPeriod) -> Verdict {
    let context = RuleContext.sample(known: .sample(allocations: [.sample(.sample(validity: validity))]))
    return rule.judge(.sample(period: period), in: context)
  }

  // Vectors V22 to V24 and V26.
  @Test(
    arguments: [
      (Period("2021-03-01", "2021-03-09"), OpenPeriod("2021-03-01", "2021-03-09")),
      (Period("2021-03-23", "2021-03-31"), OpenPeriod("2021-03-23", "2021-03-31")),
      (Period("2022-04-08", "2022-04-30"), OpenPeriod("2022-04-08", "2022-06-17")),
      (Period("2022-05-01", "2022-05-31"), OpenPeriod("2022-04-08", "2022-06-17")),
      (Period("2021-06-01", "2021-06-17"), OpenPeriod("2021-04-08", "2021-06-17")),
      (Period("2021-02-15", "2021-02-28"), OpenPeriod("2021-02-15")),
      (Period("2024-02-29", "2024-02-29"), OpenPeriod("2024-02-29")),
    ] as [(Period, OpenPeriod)])
  func `the month, or the allocation when it starts later in it, passes`(period: Period, validity: OpenPeriod) {
    #expect(verdict(period, on: validity) == .pass)
  }

  @Test(
    arguments: [
      ("2025-01-14", "2025-01-31", "2025-01-13"), ("2025-01-12", "2025-01-31", "2025-01-13"),
      ("2025-01-01", "2025-01-31", "2025-01-13"), ("2025-02-03", "2025-02-28", "2025-02-01"),
      ("2026-01-13", "2026-01-31", "2026-01-01"),
    ] as [(CalendarDate, CalendarDate, CalendarDate)])
  func `any other day fails`(begin: CalendarDate, end: CalendarDate, expected: CalendarDate) {
    let facts: Facts = ["found": .date(begin), "expected": .date(expected)]
    #expect(verdict(Period(begin, end), on: OpenPeriod("2025-01-13", "2026-06-30")) == .fail(facts))
  }

  @Test func `a whole month before the allocation is the business of TR307`() {
    #expect(verdict(Period("2024-12-01", "2024-12-31"), on: OpenPeriod("2025-01-13")) == .pass)
  }

  @Test func `an unknown allocation and credits are not its business`() {
    #expect(rule.judge(.sample(allocation: 1002)) == .notApplicable)
    #expect(TR387PeriodBeginsWithMonthOrAllocation.sides == [.debit])
  }
}
