/// An amount of money in whole euro cents; negative when it flows back to the payer.
///
/// Arithmetic is on 64-bit integers and traps on overflow; the largest amount of the standard (`LDT_TotaalBedrag`,
/// 999,999,999,999 cents) leaves room for millions of them. Floating point never touches money.
public struct Euros: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// The amount in whole euro cents.
  public let cents: Int64

  /// An amount of this many euro cents.
  public init(cents: Int64) { self.cents = cents }

  /// No money.
  public static let zero = Euros(cents: 0)

  /// Adds two amounts.
  public static func + (lhs: Euros, rhs: Euros) -> Euros { Euros(cents: lhs.cents + rhs.cents) }

  /// Takes the second amount from the first.
  public static func - (lhs: Euros, rhs: Euros) -> Euros { Euros(cents: lhs.cents - rhs.cents) }

  /// The same amount the other way.
  public static prefix func - (amount: Euros) -> Euros { Euros(cents: -amount.cents) }

  /// An amount a whole number of times; nothing is rounded.
  public static func * (amount: Euros, factor: Int64) -> Euros { Euros(cents: amount.cents * factor) }

  /// Orders by cents; a negative amount is less than nothing.
  public static func < (lhs: Euros, rhs: Euros) -> Bool { lhs.cents < rhs.cents }
}

extension Euros: Codable {
  /// Reads whole cents.
  public init(from decoder: any Decoder) throws {
    self.init(cents: try decoder.singleValueContainer().decode(Int64.self))
  }

  /// Writes whole cents.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(cents)
  }
}
