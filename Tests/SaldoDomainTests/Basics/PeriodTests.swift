import SaldoDomain
import SaldoTestSupport
import Testing

struct PeriodTests {
  @Test func `both ends count`() {
    #expect(Period("2024-02-01", "2024-02-29").dayCount == 29)
    #expect(Period("2025-02-10", "2025-02-10").dayCount == 1)
    #expect(Period("2025-02-10", "2025-02-09").dayCount == 0)
  }

  @Test func `the first and the last day lie in it, their neighbours do not`() {
    let period = Period("2024-12-31", "2025-02-28")
    for (day, isIn) in [
      ("2024-12-30", false), ("2024-12-31", true), ("2025-02-28", true), ("2025-03-01", false),
    ] as [(CalendarDate, Bool)] {
      #expect(period.contains(day) == isIn)
      #expect(OpenPeriod(begin: period.begin, end: period.end).contains(day) == isIn)
    }
  }

  @Test func `an open period has no last day`() {
    let open = OpenPeriod("2025-01-13")
    #expect(!open.contains("2025-01-12"))
    #expect(open.contains("2025-01-13"))
    #expect(open.contains("9999-12-31"))
  }

  @Test func `periods overlap when they share a day`() {
    let first = OpenPeriod("2025-01-01", "2025-06-30")
    let cases: [(OpenPeriod, Bool)] = [
      (OpenPeriod("2025-06-30", "2025-12-31"), true), (OpenPeriod("2025-07-01", "2025-12-31"), false),
      (OpenPeriod("2024-01-01", "2025-01-01"), true), (OpenPeriod("2024-01-01", "2024-12-31"), false),
      (OpenPeriod("2025-06-30"), true), (OpenPeriod("2025-07-01"), false), (OpenPeriod("2024-01-01"), true),
      (OpenPeriod("2025-02-01", "2025-02-28"), true),
    ]
    for (second, overlaps) in cases {
      #expect(first.overlaps(second) == overlaps)
      #expect(second.overlaps(first) == overlaps)
    }
    #expect(OpenPeriod("2025-01-01").overlaps(OpenPeriod("2030-01-01")))
  }
}
