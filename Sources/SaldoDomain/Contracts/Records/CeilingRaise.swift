/// A change of the height of a client's ceiling: from what to what, by whom, why, and in two times (ophoging).
///
/// It counts from the day on which it is both valid and known, so that an earlier decision keeps the height of its day.
/// Source: Documentation/Funding.md.
public struct CeilingRaise: Hashable, Sendable, Codable {
  /// The municipality of the ceiling.
  public var municipality: MunicipalityCode
  /// The client.
  public var bsn: Bsn
  /// The first day of the ceiling, which names it.
  public var ceilingBegin: CalendarDate
  /// From when it is valid.
  public var validFrom: CalendarDate
  /// When it became known.
  public var knownOn: CalendarDate
  /// The height before, in euro cents.
  public var old: Euros
  /// The height after, in euro cents.
  public var new: Euros
  /// Who decided it.
  public var by: String
  /// Why.
  public var reason: String

  /// A raise.
  public init(
    municipality: MunicipalityCode, bsn: Bsn, ceilingBegin: CalendarDate, validFrom: CalendarDate,
    knownOn: CalendarDate, old: Euros, new: Euros, by: String, reason: String
  ) {
    self.municipality = municipality
    self.bsn = bsn
    self.ceilingBegin = ceilingBegin
    self.validFrom = validFrom
    self.knownOn = knownOn
    self.old = old
    self.new = new
    self.by = by
    self.reason = reason
  }

  /// The first day on which it counts: it is valid and known.
  public var effective: CalendarDate { max(validFrom, knownOn) }

  /// Whether it is about this ceiling.
  public func concerns(_ ceiling: ClientCeiling) -> Bool {
    municipality == ceiling.municipality && bsn == ceiling.bsn && ceilingBegin == ceiling.period.begin
  }
}

extension Sequence where Element == CeilingRaise {
  /// The height of a ceiling on a day, as far as was known that day: its own, or that of the raise that became valid
  /// last; of two that became valid on one day, the one that became known last.
  public func height(of ceiling: ClientCeiling, on day: CalendarDate) -> Euros {
    var last: CeilingRaise?
    for raise in self where raise.concerns(ceiling) && raise.effective <= day {
      if let last, (raise.validFrom, raise.knownOn) < (last.validFrom, last.knownOn) { continue }
      last = raise
    }
    return last?.new ?? ceiling.ceiling
  }
}
