public import SaldoDomain

/// Something in a region folder that is allowed but probably not meant (waarschuwing).
///
/// No text ever shows a BSN.
public struct RegionWarning: Hashable, Comparable, Sendable {
  /// Where it stands.
  public let place: RegionPlace
  /// What somebody should know.
  public let message: Bilingual

  /// A warning about a place.
  public init(at place: RegionPlace, _ message: Bilingual) {
    self.place = place
    self.message = message
  }

  /// The warning in one line.
  public func text(in language: Language) -> String {
    "\(place.text(in: language)): \(message.text(in: language))"
  }

  /// By place, then by text.
  public static func < (lhs: RegionWarning, rhs: RegionWarning) -> Bool {
    if lhs.place != rhs.place { return lhs.place < rhs.place }
    return ExactText(lhs.message.dutch) < ExactText(rhs.message.dutch)
  }
}
