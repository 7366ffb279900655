import GRDB
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

/// The clauses of SQL that select what a period holds.
extension ReportPeriod {
  /// The lines of processed declarations: a `FROM` clause that names `line`, with its `WHERE` clause.
  ///
  /// The lines of a message are a range of ids, so that booking and declaration read only the messages that they ask.
  var lines: SQL {
    switch by {
    case .booking:
      """
      FROM journalEntry AS entry CROSS JOIN line ON line.id >= entry.number << 20 AND line.id < (entry.number + 1) << 20
      WHERE entry.kind = 'message' AND entry.asOf BETWEEN \(from.first.iso) AND \(until.last.iso)
      """
    case .declaration:
      """
      FROM message CROSS JOIN line ON line.id >= message.entry << 20 AND line.id < (message.entry + 1) << 20
      WHERE message.declarationMonth BETWEEN \(from.iso) AND \(until.iso)
      """
    case .delivery:
      """
      FROM line
      WHERE line.periodBegin BETWEEN \(from.first.daysSince1970) AND \(until.last.daysSince1970)
      """
    }
  }

  /// A condition on `posting`.
  var postings: SQL {
    switch by {
    case .booking: "posting.bookingMonth BETWEEN \(from.iso) AND \(until.iso)"
    case .delivery: "posting.deliveryMonth BETWEEN \(from.iso) AND \(until.iso)"
    case .declaration: "posting.declarationMonth BETWEEN \(from.iso) AND \(until.iso)"
    }
  }

  /// A condition on `entry` (a journal entry) and `message`; nil by delivery, because a message has no such month.
  var messages: SQL? {
    switch by {
    case .booking: "entry.asOf BETWEEN \(from.first.iso) AND \(until.last.iso)"
    case .delivery: nil
    case .declaration: "message.declarationMonth BETWEEN \(from.iso) AND \(until.iso)"
    }
  }
}
