/// A period with a first and a last day, both included (gesloten periode).
///
/// A period that was read from a message may end before it begins; rule TR137 reports that.
/// Source: iStandaarden 3.2, `CDT_GeslotenPeriode`.
public struct Period: Hashable, Sendable, Codable {
  /// The first day.
  public let begin: CalendarDate
  /// The last day, included.
  public let end: CalendarDate

  /// A period from `begin` up to and including `end`.
  public init(begin: CalendarDate, end: CalendarDate) {
    self.begin = begin
    self.end = end
  }

  /// The number of days, both ends counted; zero or less when the period ends before it begins.
  public var dayCount: Int { end.days(since: begin) + 1 }

  /// Whether the day lies in the period.
  public func contains(_ day: CalendarDate) -> Bool { begin <= day && day <= end }
}

/// A period whose last day may be unknown (open periode), such as the validity of an allocation or a price.
public struct OpenPeriod: Hashable, Sendable, Codable {
  /// The first day.
  public let begin: CalendarDate
  /// The last day, included; nil when it has none yet.
  public let end: CalendarDate?

  /// A period from `begin` up to and including `end`, or without end.
  public init(begin: CalendarDate, end: CalendarDate?) {
    self.begin = begin
    self.end = end
  }

  /// Whether the day lies in the period.
  public func contains(_ day: CalendarDate) -> Bool { begin <= day && !ends(before: day) }

  /// Whether the two periods share at least one day.
  public func overlaps(_ other: OpenPeriod) -> Bool { !ends(before: other.begin) && !other.ends(before: begin) }

  private func ends(before day: CalendarDate) -> Bool { end.map { $0 < day } ?? false }
}
