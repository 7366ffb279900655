/// What the purchaser itself costs in a year, shared apart from the care (uitvoeringskosten).
///
/// A row of `overheads.csv`. Source: Documentation/Funding.md.
public struct Overhead: Hashable, Sendable, Codable {
  /// The name, for the line of the settlement.
  public var name: String
  /// The year.
  public var year: Int
  /// The cost in euro cents.
  public var amount: Euros
  /// The name of the key by which it is shared.
  public var key: String

  /// A cost of the purchaser.
  public init(name: String, year: Int, amount: Euros, key: String) {
    self.name = name
    self.year = year
    self.amount = amount
    self.key = key
  }
}
