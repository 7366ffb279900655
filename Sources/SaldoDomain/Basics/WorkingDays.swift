/// Working days (werkdagen): every day but Saturdays, Sundays and the public holidays of the Netherlands.
///
/// Source: Algemene termijnenwet, articles 1 and 3. By that act 5 May is a holiday in every year, and Good Friday counts
/// as one; a day that the government names for one year is not known here.
public enum WorkingDays {
  /// Whether a day is a working day.
  public static func contains(_ day: CalendarDate) -> Bool { day.isoWeekday <= 5 && !isPublicHoliday(day) }

  /// The day that lies this many working days after a day; the day itself when the number is zero.
  ///
  /// - Precondition: the number is not negative.
  public static func day(_ count: Int, after day: CalendarDate) -> CalendarDate {
    precondition(count >= 0, "working days are counted forward")
    var (result, left) = (day, count)
    while left > 0 {
      result = result.adding(days: 1)
      if contains(result) { left -= 1 }
    }
    return result
  }

  /// Whether a day is a public holiday (algemeen erkende feestdag, Goede Vrijdag included).
  public static func isPublicHoliday(_ day: CalendarDate) -> Bool {
    let (year, month, number) = day.parts
    switch (month, number) {
    case (1, 1), (5, 5), (12, 25), (12, 26): return true
    default: break
    }
    if day == kingsDay(of: year) { return true }
    // Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday.
    return [-2, 0, 1, 39, 49, 50].contains(day.days(since: easter(of: year)))
  }

  /// Easter Sunday (eerste paasdag) in the Gregorian calendar, by the anonymous algorithm of 1876.
  static func easter(of year: Int) -> CalendarDate {
    let golden = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let correction = (golden + 11 * epact + 22 * weekday) / 451
    let days = epact + weekday - 7 * correction + 114
    return CalendarDate(uncheckedYear: year, month: days / 31, day: days % 31 + 1)
  }

  /// The day on which the King's birthday is celebrated (Koningsdag): 27 April, or the 26th when the 27th is a Sunday;
  /// before 2014 30 April, or the 29th.
  private static func kingsDay(of year: Int) -> CalendarDate {
    let day = CalendarDate(uncheckedYear: year, month: 4, day: year >= 2014 ? 27 : 30)
    return day.isoWeekday == 7 ? day.adding(days: -1) : day
  }
}
