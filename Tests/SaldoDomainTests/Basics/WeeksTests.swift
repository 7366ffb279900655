import SaldoDomain
import SaldoTestSupport
import Testing

/// The edges of counting weeks; the published examples are in VolumeCapTests.
struct WeeksTests {
  // 12 February 2025 is a Wednesday.
  @Test func `a single day lies in one week`() {
    #expect(ISOWeeks.count(in: Period("2025-02-12", "2025-02-12")) == 1)
    #expect(ISOWeeks.count(in: Period("2025-02-16", "2025-02-17")) == 2)
  }

  @Test func `a period that ends before it begins holds no week, not even its own`() {
    #expect(ISOWeeks.count(in: Period("2025-02-12", "2025-02-11")) == 0)
    #expect(ISOWeeks.count(in: Period("2025-02-12", "2025-01-01")) == 0)
    let open = OpenPeriod("2025-01-01")
    #expect(OutputWeeks.count(in: Period("2025-02-16", "2025-02-15"), of: open) == 0)
    #expect(OutputWeeks.count(in: Period("2025-02-17", "2025-02-03"), of: open) == 0)
  }

  @Test func `a single Sunday is a week for output, a Saturday or Monday is not`() {
    let open = OpenPeriod("2025-01-01")
    for (day, weeks) in [("2025-02-15", 0), ("2025-02-16", 1), ("2025-02-17", 0)] as [(CalendarDate, Int)] {
      #expect(OutputWeeks.count(in: Period(day, day), of: open) == weeks)
    }
  }

  // Sunday 16 up to Wednesday 19 February: the week of that Sunday, and the broken one after it.
  @Test func `an allocation that begins on its last Sunday counts that week and the broken one`() {
    let period = Period("2025-02-16", "2025-02-19")
    #expect(OutputWeeks.count(in: period, of: OpenPeriod(period.begin, period.end)) == 2)
  }
}
