import SaldoDomain
import SaldoTestSupport
import Testing

struct WorkingDaysTests {
  /// Easter Sundays as almanacs list them, the earliest (22 March) and the latest (25 April) included.
  private static let easterSundays: [CalendarDate] = [
    "1818-03-22", "1943-04-25", "2000-04-23", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
    "2038-04-25", "2285-03-22",
  ]

  @Test(arguments: easterSundays)
  func `Easter brings Good Friday, Easter Monday, Ascension Day and Whit Monday`(sunday: CalendarDate) {
    for days in [-2, 0, 1, 39, 49, 50] { #expect(WorkingDays.isPublicHoliday(sunday.adding(days: days))) }
  }

  private static let years: [[CalendarDate]] = [
    [
      "2024-01-01", "2024-03-29", "2024-03-31", "2024-04-01", "2024-04-27", "2024-05-05", "2024-05-09", "2024-05-19",
      "2024-05-20", "2024-12-25", "2024-12-26",
    ],
    [
      "2025-01-01", "2025-04-18", "2025-04-20", "2025-04-21", "2025-04-26", "2025-05-05", "2025-05-29", "2025-06-08",
      "2025-06-09", "2025-12-25", "2025-12-26",
    ],
    [
      "2026-01-01", "2026-04-03", "2026-04-05", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-24",
      "2026-05-25", "2026-12-25", "2026-12-26",
    ],
  ]

  @Test(arguments: years)
  func `a year has these holidays and no others`(holidays: [CalendarDate]) {
    let days = (0..<365).map { CalendarMonth(year: holidays[0].year, month: 1).first.adding(days: $0) }
    #expect(days.filter(WorkingDays.isPublicHoliday) == holidays)
  }

  private static let kingsDays: [(CalendarDate, Bool)] = [
    ("2031-04-26", true), ("2031-04-27", false), ("2032-04-27", true), ("2014-04-26", true), ("2014-04-30", false),
    ("2013-04-30", true), ("2013-04-27", false), ("2006-04-29", true), ("2006-04-30", false),
  ]

  @Test(arguments: kingsDays)
  func `King's Day moves from a Sunday to Saturday, and was Queen's Day on the 30th`(day: CalendarDate, isOne: Bool) {
    #expect(WorkingDays.isPublicHoliday(day) == isOne)
  }

  @Test func `a working day is neither in a weekend nor a holiday`() {
    let week: [CalendarDate] = [
      "2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09", "2026-04-03", "2026-04-06", "2026-05-14", "2026-05-15",
    ]
    #expect(week.filter(WorkingDays.contains) == ["2026-03-06", "2026-03-09", "2026-05-15"])
  }

  private static let counts: [(Int, CalendarDate, CalendarDate)] = [
    (0, "2026-03-07", "2026-03-07"),  // Saturday itself
    (1, "2026-03-06", "2026-03-09"),  // Friday to Monday
    (5, "2026-03-07", "2026-03-13"),  // from Saturday to Friday
    (8, "2026-03-02", "2026-03-12"),
    (5, "2026-04-02", "2026-04-13"),  // over Good Friday and Easter Monday
    (5, "2025-12-24", "2026-01-05"),  // 29, 30, 31 December, 2 and 5 January
  ]

  @Test(arguments: counts)
  func `a hold ends after its working days`(count: Int, from: CalendarDate, to: CalendarDate) {
    #expect(WorkingDays.day(count, after: from) == to)
    #expect(Hold(receivedOn: from, workingDays: count).lastDay == to)
  }
}
