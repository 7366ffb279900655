/// What one rule or model says about one subject.
public enum Verdict: Hashable, Sendable {
  /// The rule holds.
  case pass
  /// The rule has nothing to say about this subject.
  case notApplicable
  /// The rule does not hold, on these facts.
  case fail(Facts)
}
