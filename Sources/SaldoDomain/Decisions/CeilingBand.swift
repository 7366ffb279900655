/// How far a ceiling is used (band). Source: Documentation/Funding.md.
public enum CeilingBand: String, CaseIterable, Hashable, Sendable, Codable {
  /// Less than 70 % is used.
  case below70 = "below-70"
  /// From 70 % up to and including 100 % is used.
  case upTo100 = "70-to-100"
  /// More than 100 % is used.
  case above100 = "above-100"

  /// The band of a use, compared as exact fractions; nothing used of a ceiling of zero is the lowest band.
  public init(used: Euros, of ceiling: Euros) {
    if used > ceiling {
      self = .above100
    } else if used == .zero || Int128(used.cents) * 10 < Int128(ceiling.cents) * 7 {
      self = .below70
    } else {
      self = .upTo100
    }
  }
}
