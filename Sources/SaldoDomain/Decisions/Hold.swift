/// How long a claim waits for what the municipality still has to record (aanhouding).
///
/// A declaration with a claim that waits is decided as a whole: when the last of its claims need not wait any more, and
/// at the latest on the last day. Source: Documentation/Funding.md.
public struct Hold: Hashable, Sendable {
  /// The day on which the message came in (ontvangst).
  public let receivedOn: CalendarDate
  /// The number of working days that a claim may wait, 0 to 8; without any it is decided at once.
  public let workingDays: Int

  /// A hold of this many working days.
  public init(receivedOn: CalendarDate, workingDays: Int) {
    self.receivedOn = receivedOn
    self.workingDays = workingDays
  }

  /// The last day of the hold: on it, and on every later day, the claim is decided.
  public var lastDay: CalendarDate { WorkingDays.day(workingDays, after: receivedOn) }
}
