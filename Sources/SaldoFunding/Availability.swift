public import SaldoDomain

/// Places that are kept free, paid by the day whatever the occupancy (beschikbaarheid).
///
/// Source: Documentation/Funding.md.
public enum Availability {
  /// The part of a month in which the places are agreed; nil when there is none.
  public static func days(of capacity: Capacity, in month: CalendarMonth) -> Period? {
    let begin = max(month.first, capacity.validity.begin)
    let end = min(month.last, capacity.validity.end ?? month.last)
    return begin <= end ? Period(begin: begin, end: end) : nil
  }

  /// What a month is worth: places × price per day × the days of the month in which they are agreed. Nothing is rounded.
  public static func amount(of capacity: Capacity, in month: CalendarMonth) -> Euros {
    guard let days = days(of: capacity, in: month) else { return .zero }
    return capacity.pricePerDay * Int64(capacity.places) * Int64(days.dayCount)
  }
}
