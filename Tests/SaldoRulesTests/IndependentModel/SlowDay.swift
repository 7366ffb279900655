/// A day that knows the next one and its weekday, for the slow model only.
struct SlowDay: Hashable, Comparable {
  var year: Int
  var month: Int
  var day: Int

  static func daysIn(month: Int, of year: Int) -> Int {
    if month == 2 {
      if year % 400 == 0 { return 29 }
      if year % 100 == 0 { return 28 }
      return year % 4 == 0 ? 29 : 28
    }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// The day after this one.
  var next: SlowDay {
    if day < Self.daysIn(month: month, of: year) { return SlowDay(year: year, month: month, day: day + 1) }
    return month < 12
      ? SlowDay(year: year, month: month + 1, day: 1) : SlowDay(year: year + 1, month: 1, day: 1)
  }

  /// 0 is Saturday, 1 Sunday, 2 Monday (Zeller's congruence).
  var zeller: Int {
    let (m, y) = month < 3 ? (month + 12, year - 1) : (month, year)
    return (day + 13 * (m + 1) / 5 + y % 100 + y % 100 / 4 + y / 100 / 4 + 5 * (y / 100)) % 7
  }

  static func < (lhs: SlowDay, rhs: SlowDay) -> Bool {
    (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
  }

  var iso: String {
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// What there is to count from one day up to and including another, found by walking over all of them.
  static func walk(_ first: SlowDay, _ last: SlowDay) -> Walk {
    var walk = Walk()
    var day = first
    var weekday = first.zeller
    while day <= last {
      walk.days += 1
      if walk.weeks == 0 || weekday == 2 { walk.weeks += 1 }
      if walk.months == 0 || day.day == 1 { walk.months += 1 }
      if weekday == 1 {
        walk.sundays += 1
        walk.lastSunday = day
      }
      walk.endsOnSunday = weekday == 1
      day = day.next
      weekday = (weekday + 1) % 7
    }
    return walk
  }

  struct Walk {
    var days = 0
    /// Weeks from Monday to Sunday with at least one of the days.
    var weeks = 0
    var months = 0
    var sundays = 0
    var lastSunday: SlowDay?
    var endsOnSunday = false
  }
}
