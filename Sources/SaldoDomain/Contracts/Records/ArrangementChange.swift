/// An agreement to change the amount of a running arrangement (wijziging van een arrangement).
///
/// Without one the old amount stands. Table `arrangement_changes.csv`.
public struct ArrangementChange: Hashable, Sendable, Codable {
  /// The arrangement.
  public var arrangement: ArrangementKey
  /// The day on which it was agreed.
  public var date: CalendarDate
  /// The amount that stood, in euro cents.
  public var old: Euros
  /// The amount that was agreed, in euro cents.
  public var new: Euros
  /// Who agreed on it; never the name of the client.
  public var agreedBy: String

  /// A change.
  public init(arrangement: ArrangementKey, date: CalendarDate, old: Euros, new: Euros, agreedBy: String) {
    self.arrangement = arrangement
    self.date = date
    self.old = old
    self.new = new
    self.agreedBy = agreedBy
  }
}
