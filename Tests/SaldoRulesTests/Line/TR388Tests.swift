import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR388Tests {
  let rule = TR388PeriodEndsWithMonthOrAllocation()

  private func verdict(_ period: Period, on validity: OpenPeriod) -> Verdict {
    let context = RuleContext.sample(known: .sample(allocations: [.sample(.sample(validity: validity))]))
    return rule.judge(.sample(period: period), in: context)
  }

  // Vectors V22 to V24.
  @Test(
    arguments: [
      (Period("2021-03-01", "2021-03-09"), OpenPeriod("2021-03-01", "2021-03-09")),
      (Period("2021-03-23", "2021-03-31"), OpenPeriod("2021-03-23", "2021-03-31")),
      (Period("2022-05-01", "2022-05-31"), OpenPeriod("2022-04-08", "2022-06-17")),
      (Period("2022-06-01", "2022-06-17"), OpenPeriod("2022-04-08", "2022-06-17")),
      (Period("2024-02-01", "2024-02-29"), OpenPeriod("2024-01-01")),
      (Period("2024-12-01", "2024-12-31"), OpenPeriod("2024-01-01", "2025-01-01")),
    ] as [(Period, OpenPeriod)])
  func `the month, or the allocation when it ends earlier in it, passes`(period: Period, validity: OpenPeriod) {
    #expect(verdict(period, on: validity) == .pass)
  }

  @Test(
    arguments: [
      ("2025-05-01", "2025-05-30", "2025-05-31"), ("2025-06-01", "2025-06-14", "2025-06-15"),
      ("2025-06-01", "2025-06-16", "2025-06-15"), ("2025-06-01", "2025-06-30", "2025-06-15"),
      ("2024-02-01", "2024-02-28", "2024-02-29"), ("2024-06-01", "2024-06-15", "2024-06-30"),
    ] as [(CalendarDate, CalendarDate, CalendarDate)])
  func `any other day fails`(begin: CalendarDate, end: CalendarDate, expected: CalendarDate) {
    let facts: Facts = ["found": .date(end), "expected": .date(expected)]
    #expect(verdict(Period(begin, end), on: OpenPeriod("2024-01-13", "2025-06-15")) == .fail(facts))
  }

  @Test func `a whole month after the allocation is the business of TR308`() {
    #expect(verdict(Period("2025-07-01", "2025-07-31"), on: OpenPeriod("2025-01-13", "2025-06-15")) == .pass)
  }

  @Test func `an unknown allocation and credits are not its business`() {
    #expect(rule.judge(.sample(allocation: 1002)) == .notApplicable)
    #expect(TR388PeriodEndsWithMonthOrAllocation.sides == [.debit])
  }
}
