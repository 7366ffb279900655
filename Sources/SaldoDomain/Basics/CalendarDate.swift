/// A day of the Dutch civil calendar, without time or time zone (datum).
///
/// Stored as the number of days since 1 January 1970 in the proleptic Gregorian calendar, so that dates compare and
/// subtract as integers and never depend on a locale or time zone.
///
///     let begin = CalendarDate(year: 2026, month: 4, day: 1)!
///     begin.adding(days: 29).iso  // "2026-04-30"
///
/// Source: iStandaarden 3.2, `LDT_Datum`.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970; negative before it.
  public let daysSince1970: Int32

  /// The day that lies this many days after 1 January 1970.
  public init(daysSince1970: Int32) {
    self.daysSince1970 = daysSince1970
  }

  /// The day with these parts, or nil when the calendar has no such day or the year is outside 1...9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarMonth(year: year, month: month).dayCount
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  /// Days from the parts of an existing date ("days from civil", era of 400 years).
  init(uncheckedYear year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSince1970 = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1...12) and day (1...31).
  ///
  /// Years begin on 1 March here, so that a leap day is the last one. Each division is by a constant or by a power of two,
  /// which costs a multiplication: rules ask every line for its months.
  ///
  /// Source: C. Neri and L. Schneider, Euclidean affine functions and their application to calendar algorithms, 2022.
  public var parts: (year: Int, month: Int, day: Int) {
    // As many cycles of 400 years as make every day positive.
    let cycles: Int64 = 14_700
    let quarters = UInt64(4 * (Int64(daysSince1970) + 719_468 + cycles * 146_097) + 3)
    let (century, quarterOfCentury) = quarters.quotientAndRemainder(dividingBy: 146_097)
    let years = 2_939_745 * (4 * (quarterOfCentury / 4) + 3)
    let dayOfYear = (years & 0xFFFF_FFFF) / 2_939_745 / 4
    let months = 2_141 * dayOfYear + 197_913
    let isNextYear = dayOfYear >= 306
    let year = Int(100 * century + (years >> 32)) - 400 * Int(cycles)
    return (
      isNextYear ? year + 1 : year, Int(months >> 16) - (isNextYear ? 12 : 0), Int((months & 0xFFFF) / 2_141) + 1
    )
  }

  /// The year, for instance 2026.
  public var year: Int { parts.year }

  /// The calendar month that holds this day.
  public var month: CalendarMonth {
    let (year, month, _) = parts
    return CalendarMonth(year: year, month: month)
  }

  /// Day of the week as in ISO 8601: 1 is Monday, 7 is Sunday.
  public var isoWeekday: Int {
    let shifted = (Int(daysSince1970) + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// The Monday of the ISO week that holds this day.
  public var monday: CalendarDate { adding(days: 1 - isoWeekday) }

  /// The first day of its month.
  public var firstOfMonth: CalendarDate { adding(days: 1 - parts.day) }

  /// The last day of its month.
  public var lastOfMonth: CalendarDate {
    let (year, month, day) = parts
    return adding(days: CalendarMonth(year: year, month: month).dayCount - day)
  }

  /// The day this many days later (earlier when negative).
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(daysSince1970: daysSince1970 + Int32(days))
  }

  /// The same day of the month this many months later; the last day of that month when it has no such day.
  public func adding(months: Int) -> CalendarDate {
    let (_, _, day) = parts
    let target = month.adding(months: months)
    return target.first.adding(days: min(day, target.dayCount) - 1)
  }

  /// The number of days from `other` to this day; positive when this day is later.
  public func days(since other: CalendarDate) -> Int { Int(daysSince1970) - Int(other.daysSince1970) }

  /// The earlier day first.
  public static func < (lhs: CalendarDate, rhs: CalendarDate) -> Bool { lhs.daysSince1970 < rhs.daysSince1970 }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601 text, for instance `2026-04-30`.
  public var iso: String { iso(length: 10) }

  /// The first characters of the ISO 8601 text: 10 for the day, 7 for its month.
  func iso(length: Int) -> String {
    let (year, month, day) = parts
    return String(unsafeUninitializedCapacity: 10) { text in
      FixedDigits.write(UInt32(clamping: year), count: 4, to: text, at: 0)
      text[4] = UInt8(ascii: "-")
      FixedDigits.write(UInt32(clamping: month), count: 2, to: text, at: 5)
      text[7] = UInt8(ascii: "-")
      FixedDigits.write(UInt32(clamping: day), count: 2, to: text, at: 8)
      return length
    }
  }

  /// The day as `2026-03-31`.
  public var description: String { iso }

  /// The day written as `YYYY-MM-DD`, or nil for any other text.
  public init?(iso text: some StringProtocol) {
    var copy = String(text)
    let date = copy.withUTF8 { CalendarDate(isoBytes: $0[...]) }
    guard let date else { return nil }
    self = date
  }

  /// The day written as ten ASCII bytes `YYYY-MM-DD`, or nil for any other bytes.
  public init?(isoBytes bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard bytes.count == 10, bytes[bytes.startIndex + 4] == 0x2D, bytes[bytes.startIndex + 7] == 0x2D else {
      return nil
    }
    var areDigits = true
    func digit(_ index: Int) -> Int {
      let digit = bytes[bytes.startIndex + index] &- 0x30
      areDigits = areDigits && digit < 10
      return Int(digit)
    }
    let year = ((digit(0) * 10 + digit(1)) * 10 + digit(2)) * 10 + digit(3)
    let (month, day) = (digit(5) * 10 + digit(6), digit(8) * 10 + digit(9))
    guard areDigits else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension CalendarDate: Codable {
  /// Reads the ISO text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(iso: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date YYYY-MM-DD")
    }
    self = date
  }

  /// Writes the ISO text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
