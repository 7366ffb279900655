public import SaldoDomain

/// What an allocation will cost when it is used in full, before anything is declared (raming).
///
/// The volume of the whole duration is spread over the months as their caps are to each other, each at its own price. The
/// total is rounded once; the months sum to it, with left-over cents by largest remainder.
///
/// Source: Documentation/Funding.md.
public struct Projection: Hashable, Sendable {
  /// The months with what each costs, in order.
  public let months: [Month]

  /// What one month costs.
  public struct Month: Hashable, Sendable {
    /// The month of delivery.
    public let month: CalendarMonth
    /// The cost in euro cents.
    public let amount: Euros
  }

  /// A month in which care can be delivered.
  public struct Part: Hashable, Sendable {
    /// The month.
    public let month: CalendarMonth
    /// How much of the volume fits in it (TR321).
    public let cap: Int64
    /// The price in euro cents of ``perUnits`` units.
    public let price: Euros
    /// How many units the price is for: 60 for minutes on an hourly price, else one.
    public let perUnits: Int64

    /// A month with its cap and price.
    ///
    /// - Precondition: `perUnits` is positive.
    public init(month: CalendarMonth, cap: Int64, price: Euros, perUnits: Int64 = 1) {
      precondition(perUnits > 0, "a price is for something")
      self.month = month
      self.cap = cap
      self.price = price
      self.perUnits = perUnits
    }
  }

  /// The largest amount that is projected: that of a declaration (`LDT_TotaalBedrag`), in euro cents.
  private static let largest: Int128 = 999_999_999_999

  /// A volume over the months in which it can be delivered; nil when a month or the whole costs more than any declaration
  /// can hold.
  ///
  /// - Parameter volume: The volume of the whole duration (TR322), in the unit of the caps.
  public init?(volume: Int64, over parts: [Part]) {
    let units = parts.reduce(Int128(1)) { $0 * Int128($1.perUnits) / Self.commonFactor($0, Int128($1.perUnits)) }
    let weights = parts.map { Int128($0.cap) * Int128($0.price.cents) * (units / Int128($0.perUnits)) }
    let (cap, weight) = (parts.reduce(Int128(0)) { $0 + Int128($1.cap) }, weights.reduce(0, +))
    guard cap > 0, weight > 0, volume > 0 else {
      months = parts.map { Month(month: $0.month, amount: .zero) }
      return
    }
    guard weights.allSatisfy({ $0 <= Self.largest * units }), Int128(volume) * weight <= Self.largest * cap * units
    else { return nil }
    let total = Euros(cents: Rounding.halfAwayFromZero(wide: Int128(volume) * weight, over: cap * units))
    let amounts = LargestRemainder.split(total, by: weights.map { Int64($0) })
    months = zip(parts, amounts).map { Month(month: $0.month, amount: $1) }
  }

  /// A budget, in equal parts over the months.
  public init(budget: Euros, over months: [CalendarMonth]) {
    guard !months.isEmpty else {
      self.months = []
      return
    }
    let amounts = LargestRemainder.split(budget, by: months.map { _ in 1 })
    self.months = zip(months, amounts).map { Month(month: $0, amount: $1) }
  }

  /// The cost of the whole duration.
  public var total: Euros { months.reduce(.zero) { $0 + $1.amount } }

  /// The cost of a calendar year.
  public func total(in year: Int) -> Euros {
    months.filter { $0.month.year == year }.reduce(.zero) { $0 + $1.amount }
  }

  private static func commonFactor(_ first: Int128, _ second: Int128) -> Int128 {
    second == 0 ? first : commonFactor(second, first % second)
  }
}
