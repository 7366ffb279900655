import SaldoDomain

/// A month as a column keeps it: year and number, `202601`, which is short, sorts, and can be read.
extension CalendarMonth {
  /// The integer of the month.
  var column: Int64 { Int64(year * 100 + number) }

  /// The month of an integer; nil when it is none.
  init?(column: Int64) {
    guard (1...12).contains(column % 100), (0...9999).contains(column / 100) else { return nil }
    self.init(year: Int(column / 100), month: Int(column % 100))
  }
}
