/// That an arrangement took the place of another one (vervanging). Table `arrangement_replacements.csv`.
public struct ArrangementReplacement: Hashable, Sendable, Codable {
  /// The arrangement that was replaced.
  public var arrangement: ArrangementKey
  /// The allocation of the arrangement that took its place, of the same domain and municipality.
  public var replacedBy: AllocationNumber
  /// From when.
  public var from: CalendarDate
  /// Why.
  public var reason: Reason

  /// Why an arrangement was replaced (reden van vervanging).
  public enum Reason: String, CaseIterable, Hashable, Sendable, Codable {
    /// The same arrangement goes on with another provider, as after a bankruptcy: its start is not paid again.
    case transfer
    /// Another arrangement; what it pays is agreed in ``Agreement/onReplacement``.
    case new
  }

  /// The arrangement that took the place.
  public var replacement: ArrangementKey {
    ArrangementKey(domain: arrangement.domain, municipality: arrangement.municipality, allocation: replacedBy)
  }

  /// A replacement.
  public init(arrangement: ArrangementKey, replacedBy: AllocationNumber, from: CalendarDate, reason: Reason) {
    self.arrangement = arrangement
    self.replacedBy = replacedBy
    self.from = from
    self.reason = reason
  }
}
