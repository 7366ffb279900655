/// Counting weeks for output (outputgericht): a week belongs to the period that holds its Sunday.
///
/// Source: iStandaarden 3.2, IV076 and IV077; Documentation/Funding.md.
public enum OutputWeeks {
  /// The number of weeks of an allocation that belong to a product period.
  ///
  /// The Sundays in the product period, and one more when the allocation ends on another day than Sunday and its last
  /// Sunday lies in the period. An allocation without any Sunday counts one week, in the period of its last day.
  public static func count(in period: Period, of allocation: OpenPeriod) -> Int {
    let sundays = self.sundays(in: period)
    guard let end = allocation.end, end.isoWeekday != 7 else { return sundays }
    let lastSunday = end.adding(days: -end.isoWeekday)
    if lastSunday < allocation.begin { return period.contains(end) ? 1 : 0 }
    return period.contains(lastSunday) ? sundays + 1 : sundays
  }

  /// The number of Sundays in a period.
  static func sundays(in period: Period) -> Int {
    let firstSunday = period.begin.adding(days: 7 - period.begin.isoWeekday)
    return firstSunday > period.end ? 0 : period.end.days(since: firstSunday) / 7 + 1
  }
}
