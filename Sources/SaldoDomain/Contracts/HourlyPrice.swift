/// A price per hour on which minutes are declared (uurtarief).
public struct HourlyPrice: Hashable, Sendable {
  /// Euro cents per hour, never negative.
  public let perHour: Euros

  /// A price per hour.
  public init(_ perHour: Euros) { self.perHour = perHour }

  /// The price of a number of minutes: multiply, divide once, round once, halves up.
  ///
  /// Source: iStandaarden 3.2, TR346 and IV081 (8730 cents per hour × 45 minutes is 6548 cents).
  public func amount(forMinutes minutes: Int64) -> Euros {
    Euros(cents: Rounding.halfAwayFromZero(perHour.cents * minutes, over: 60))
  }

  /// The tariff that a line in minutes shows for this price, rounded halves up; not used for the amount.
  ///
  /// Source: iStandaarden 3.2, IV081 ("1.455 becomes 1.46").
  public var minuteTariff: Euros { Euros(cents: Rounding.halfAwayFromZero(perHour.cents, over: 60)) }

  /// Whether some hourly price shows this minute tariff and gives this amount for these minutes.
  ///
  /// For a receiver that does not know the contract (Documentation/DeclarationGuide.md).
  public static func canGive(_ amount: Euros, forMinutes minutes: Int64, minuteTariff: Euros) -> Bool {
    // Prices that show the tariff: 60·tariff − 30 up to and including 60·tariff + 29.
    let lowest = max(0, 60 * minuteTariff.cents - 30)
    let highest = 60 * minuteTariff.cents + 29
    guard minutes > 0 else { return amount == .zero }
    // Prices that give the amount: 60·amount − 30 ≤ price × minutes ≤ 60·amount + 29.
    let from = (60 * amount.cents - 30 + minutes - 1) / minutes
    let upTo = (60 * amount.cents + 29) / minutes
    return max(lowest, from) <= min(highest, upTo)
  }
}
