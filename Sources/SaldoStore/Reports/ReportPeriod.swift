public import SaldoDomain

/// The months that a report is about, and which of the three months of a posting they are (verslagperiode).
///
/// Source: Documentation/Funding.md. A period that ends before it begins holds nothing.
public struct ReportPeriod: Hashable, Sendable {
  /// The first month.
  public var from: CalendarMonth
  /// The last month, included.
  public var until: CalendarMonth
  /// Which month counts.
  public var by: Axis

  /// Which month of a line or posting decides whether it is in a report.
  public enum Axis: String, CaseIterable, Hashable, Sendable, Codable {
    /// The month of booking: that of the as-of date of the decision.
    case booking
    /// The month of delivery: that of the first day of the product period.
    case delivery
    /// The month of declaration: that of the declaration period.
    case declaration
  }

  /// The months from `from` up to and including `until`.
  public init(from: CalendarMonth, until: CalendarMonth, by: Axis = .booking) {
    self.from = from
    self.until = until
    self.by = by
  }

  /// One month.
  public init(_ month: CalendarMonth, by: Axis = .booking) { self.init(from: month, until: month, by: by) }

  /// A whole year.
  public init(year: Int, by: Axis = .booking) {
    self.init(from: CalendarMonth(year: year, month: 1), until: CalendarMonth(year: year, month: 12), by: by)
  }
}
