/// From when a client has access to long-term care (Wlz-indicatie).
public struct WlzAccess: Hashable, Sendable, Codable {
  /// The client.
  public var bsn: Bsn
  /// The first day.
  public var from: CalendarDate

  /// Access from a day on.
  public init(bsn: Bsn, from: CalendarDate) {
    self.bsn = bsn
    self.from = from
  }
}
