public import SaldoDomain

/// The instalments of an amount for a year: when each is due, and how much (termijnen).
///
/// All instalments but the last are rounded down; the last takes the remainder, so that they sum to the amount.
///
/// Source: Documentation/Funding.md.
public enum LumpSumCalendar {
  /// The parts of an amount by shares, all rounded down but the last.
  ///
  /// - Precondition: no share is negative, one is positive, and the amount is not negative.
  public static func parts(of amount: Euros, shares: [Int64]) -> [Euros] {
    precondition(amount >= .zero && shares.allSatisfy { $0 >= 0 }, "amounts and shares are never negative")
    let whole = shares.reduce(Int128(0)) { $0 + Int128($1) }
    precondition(whole > 0, "something must be shared out")
    var parts = shares.map { Euros(cents: Int64(Int128(amount.cents) * Int128($0) / whole)) }
    parts[parts.count - 1] = amount - parts.dropLast().reduce(.zero, +)
    return parts
  }

  /// The days on which equal instalments of a year are due, in order: the first of each month or quarter, or the days
  /// that were agreed.
  public static func days(of instalments: LumpSum.Instalments, in year: Int) -> [CalendarDate] {
    switch instalments {
    case .monthly: (1...12).map { CalendarMonth(year: year, month: $0).first }
    case .quarterly: [1, 4, 7, 10].map { CalendarMonth(year: year, month: $0).first }
    case .days(let days): days.sorted()
    }
  }
}
