import SaldoDomain
import SaldoTestSupport
import Testing

struct CalendarMonthTests {
  @Test func `lengths of months`() {
    #expect(
      (1...12).map { CalendarMonth(year: 2025, month: $0).dayCount } == [
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
      ])
    for (year, days) in [(2024, 29), (1900, 28), (2000, 29), (2100, 28)] {
      #expect(CalendarMonth(year: year, month: 2).dayCount == days)
    }
  }

  @Test func `a month has a first and a last day`() {
    #expect(CalendarMonth(year: 2024, month: 2).period == Period("2024-02-01", "2024-02-29"))
    #expect(CalendarMonth(year: 2025, month: 12).adding(months: 1) == CalendarMonth(year: 2026, month: 1))
    #expect(CalendarMonth(year: 2025, month: 1).adding(months: -1) == CalendarMonth(year: 2024, month: 12))
  }

  @Test func `texts are read and written`() {
    #expect(CalendarMonth(iso: "2025-04") == CalendarMonth(year: 2025, month: 4))
    #expect(CalendarMonth(year: 2025, month: 4).iso == "2025-04")
    for text in ["2025-13", "2025-00", "2025-4", "2025", ""] { #expect(CalendarMonth(iso: text) == nil) }
  }

  @Test func `there is no month before the first or after the twelfth`() async {
    await #expect(processExitsWith: .failure) { _ = CalendarMonth(year: 2025, month: 0) }
    await #expect(processExitsWith: .failure) { _ = CalendarMonth(year: 2025, month: 13) }
  }
}
