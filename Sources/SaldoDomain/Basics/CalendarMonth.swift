/// A calendar month (kalendermaand), the unit of declaration, delivery and booking.
public struct CalendarMonth: Hashable, Comparable, Sendable {
  /// Months since January of the year 0; consecutive months differ by one.
  public let index: Int32

  /// The month with this index; see ``index``.
  public init(index: Int32) { self.index = index }

  /// The month of a year.
  ///
  /// - Precondition: `month` is 1...12.
  public init(year: Int, month: Int) {
    precondition((1...12).contains(month), "a month is 1...12")
    index = Int32(year * 12 + month - 1)
  }

  /// The year, for instance 2026.
  public var year: Int { Int(index) / 12 }

  /// The month of the year, 1...12.
  public var number: Int { Int(index) % 12 + 1 }

  /// The first day of the month.
  public var first: CalendarDate { CalendarDate(uncheckedYear: year, month: number, day: 1) }

  /// The last day of the month.
  public var last: CalendarDate { first.adding(days: dayCount - 1) }

  /// The number of days in the month, 28...31.
  public var dayCount: Int {
    switch number {
    case 2: (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The whole month as a period.
  public var period: Period { Period(begin: first, end: last) }

  /// The month this many months later (earlier when negative).
  public func adding(months: Int) -> CalendarMonth { CalendarMonth(index: index + Int32(months)) }

  /// The earlier month first.
  public static func < (lhs: CalendarMonth, rhs: CalendarMonth) -> Bool { lhs.index < rhs.index }
}

extension CalendarMonth: CustomStringConvertible {
  /// ISO 8601 text, for instance `2026-04`.
  public var iso: String { first.iso(length: 7) }

  /// The month as `2026-03`.
  public var description: String { iso }

  /// The month written as `YYYY-MM`, or nil for any other text.
  public init?(iso text: some StringProtocol) {
    guard let first = CalendarDate(iso: "\(text)-01") else { return nil }
    self = first.month
  }
}

extension CalendarMonth: Codable {
  /// Reads the ISO text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let month = CalendarMonth(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a month YYYY-MM")
    }
    self = month
  }

  /// Writes the ISO text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
