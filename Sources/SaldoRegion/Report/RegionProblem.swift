public import SaldoDomain

/// Something in a region folder that stops it from being used: where, what was found and what was expected (fout).
///
/// No text ever shows a BSN.
public struct RegionProblem: Error, Hashable, Comparable, Sendable {
  /// Where it stands.
  public let place: RegionPlace
  /// What was found there, as a clause: `"12,345" is geen bedrag`.
  public let found: Bilingual
  /// What was expected there, as a phrase: `euro's met hoogstens twee decimalen, zoals 83,50`.
  public let expected: Bilingual

  /// A problem at a place.
  public init(at place: RegionPlace, found: Bilingual, expected: Bilingual) {
    self.place = place
    self.found = found
    self.expected = expected
  }

  /// The problem in one line, for instance
  /// `products.csv:4, kolom code: "45 A" is geen productcode; verwacht: een productcode van een tot vijf letters …`.
  public func text(in language: Language) -> String {
    let word = Bilingual(nl: "verwacht", en: "expected").text(in: language)
    return "\(place.text(in: language)): \(found.text(in: language)); \(word): \(expected.text(in: language))"
  }

  /// By place, then by text, so that the order never depends on the order of the checks.
  public static func < (lhs: RegionProblem, rhs: RegionProblem) -> Bool {
    if lhs.place != rhs.place { return lhs.place < rhs.place }
    if lhs.found.dutch != rhs.found.dutch { return ExactText(lhs.found.dutch) < ExactText(rhs.found.dutch) }
    return ExactText(lhs.expected.dutch) < ExactText(rhs.expected.dutch)
  }
}
