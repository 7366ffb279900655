import SaldoDomain
import SaldoTestSupport
import Testing

struct CalendarDateTests {
  /// The days of a month, from the rule of thumb of the Gregorian calendar.
  private func days(_ month: Int, _ year: Int) -> Int {
    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  @Test func `every day of 1800 up to 2200 agrees with counting day by day`() throws {
    // 1 January 1800 was a Wednesday, 62,091 days before 1 January 1970 (170 years with 41 leap days).
    var (number, weekday) = (-62_091 as Int32, 3)
    var wrong: [String] = []
    for year in 1800...2200 {
      for month in 1...12 {
        for day in 1...days(month, year) {
          let date = CalendarDate(daysSince1970: number)
          let parts = date.parts
          let isRight =
            parts == (year, month, day) && CalendarDate(year: year, month: month, day: day) == date
            && date.isoWeekday == weekday && CalendarDate(iso: date.iso) == date && date.year == year
            && date.month == CalendarMonth(year: year, month: month)
          if !isRight { wrong.append("\(year)-\(month)-\(day)") }
          number += 1
          weekday = weekday % 7 + 1
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func `every day of six years knows the first and the last day of its month`() {
    for day in CalendarDate("1999-01-01").daysSince1970...CalendarDate("2004-12-31").daysSince1970 {
      let date = CalendarDate(daysSince1970: day)
      #expect(date.firstOfMonth == date.month.first && date.lastOfMonth == date.month.last)
    }
    #expect(CalendarDate("9999-12-31").lastOfMonth == CalendarDate("9999-12-31"))
    #expect(CalendarDate("2000-02-01").lastOfMonth == CalendarDate("2000-02-29"))
  }

  @Test func `days that do not exist are nil`() {
    for text in [
      "2025-02-29", "1900-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00", "0000-01-01", "2025-1-01",
      "2025-01-01Z", "2025/01/01", "20250101", "", "+025-01-01", "2025-01- 1",
    ] {
      #expect(CalendarDate(iso: text) == nil, "\(text)")
    }
    #expect(CalendarDate(iso: "2024-02-29") != nil)
    #expect(CalendarDate(iso: "2000-02-29") != nil)
  }

  @Test func `texts have four, two and two digits`() {
    #expect(CalendarDate(year: 1, month: 2, day: 3)?.iso == "0001-02-03")
    #expect(CalendarDate(year: 9999, month: 12, day: 31)?.iso == "9999-12-31")
  }

  @Test func `months are added and cut off at the end of the month`() {
    #expect(("2024-02-29" as CalendarDate).adding(months: 12) == "2025-02-28")
    #expect(("2029-02-28" as CalendarDate).adding(months: -60) == "2024-02-28")
    #expect(("2025-01-31" as CalendarDate).adding(months: 1) == "2025-02-28")
    #expect(("2025-01-31" as CalendarDate).adding(months: -1) == "2024-12-31")
    #expect(("2025-12-31" as CalendarDate).adding(months: 2) == "2026-02-28")
  }

  @Test func `weeks begin on Monday`() {
    #expect(("2025-01-01" as CalendarDate).isoWeekday == 3)
    #expect(("2025-01-01" as CalendarDate).monday == "2024-12-30")
    #expect(("2025-01-05" as CalendarDate).monday == "2024-12-30")
    #expect(("2025-01-06" as CalendarDate).monday == "2025-01-06")
    #expect(("1969-12-31" as CalendarDate).isoWeekday == 3)
  }

  @Test func `days between dates count across a year's end and a leap day`() {
    #expect(("2025-01-01" as CalendarDate).days(since: "2024-01-01") == 366)
    #expect(("2024-03-01" as CalendarDate).days(since: "2024-02-28") == 2)
    #expect(("2024-12-31" as CalendarDate).days(since: "2025-01-01") == -1)
  }
}
