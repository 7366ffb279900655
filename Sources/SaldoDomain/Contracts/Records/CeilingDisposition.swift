/// What was decided about the overrun of a client's ceiling (afhandeling van een overschrijding).
public struct CeilingDisposition: Hashable, Sendable, Codable {
  /// The municipality of the ceiling.
  public var municipality: MunicipalityCode
  /// The client.
  public var bsn: Bsn
  /// The first day of the ceiling, which names it.
  public var ceilingBegin: CalendarDate
  /// The day of the decision.
  public var date: CalendarDate
  /// What was decided.
  public var outcome: Outcome
  /// A remark.
  public var note: String?

  /// The four ways in which an overrun is settled.
  public enum Outcome: String, CaseIterable, Hashable, Sendable, Codable {
    /// The ceiling was raised (opgehoogd).
    case raised
    /// Other support was added (andere ondersteuning).
    case otherSupport = "other-support"
    /// The client is assessed again (herbeoordeling).
    case reEvaluation = "re-evaluation"
    /// Nothing is done.
    case noAction = "no-action"
  }

  /// A disposition.
  public init(
    municipality: MunicipalityCode, bsn: Bsn, ceilingBegin: CalendarDate, date: CalendarDate, outcome: Outcome,
    note: String? = nil
  ) {
    self.municipality = municipality
    self.bsn = bsn
    self.ceilingBegin = ceilingBegin
    self.date = date
    self.outcome = outcome
    self.note = note
  }
}

extension Sequence where Element == CeilingDisposition {
  /// The last decision about an overrun: made on or after the day on which the ceiling was crossed, and by a day; nil
  /// when the overrun is open.
  ///
  /// - Parameter crossed: The day of the crossing; nil when no crossing was recorded, and any decision counts.
  public func settling(
    _ ceiling: ClientCeiling, crossedOn crossed: CalendarDate?, by day: CalendarDate
  ) -> CeilingDisposition? {
    filter {
      $0.municipality == ceiling.municipality && $0.bsn == ceiling.bsn && $0.ceilingBegin == ceiling.period.begin
        && $0.date <= day && (crossed ?? $0.date) <= $0.date
    }.max { $0.date < $1.date }
  }
}
