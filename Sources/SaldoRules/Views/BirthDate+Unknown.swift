import SaldoDomain

extension BirthDate {
  /// Whether nothing is known of it: use 3 with 1 January 1900 (TR002, CS139).
  var isUnknown: Bool { use == .unknown && date == CalendarMonth(year: 1900, month: 1).first }
}
