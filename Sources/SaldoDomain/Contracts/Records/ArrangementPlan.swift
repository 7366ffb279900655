/// The papers that give a right to an arrangement without a decision of the municipality: the family plan and the
/// arrangement itself (gezinsplan, arrangement). Table `arrangements.csv`.
public struct ArrangementPlan: Hashable, Sendable, Codable {
  /// The arrangement.
  public var arrangement: ArrangementKey
  /// The day of the family plan; nil while there is none.
  public var planDate: CalendarDate?
  /// The day on which the arrangement was agreed; nil while it was not.
  public var arrangementDate: CalendarDate?

  /// The papers of an arrangement.
  public init(arrangement: ArrangementKey, planDate: CalendarDate?, arrangementDate: CalendarDate?) {
    self.arrangement = arrangement
    self.planDate = planDate
    self.arrangementDate = arrangementDate
  }
}
