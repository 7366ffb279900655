/// Care that goes on under the contract of the old municipality after a move (overgangsrecht).
///
/// A row of `continuations.csv`. Source: Documentation/Funding.md.
public struct Continuation: Hashable, Sendable, Codable {
  /// The client.
  public var bsn: Bsn
  /// The municipality that the client left, whose contract goes on.
  public var municipality: MunicipalityCode
  /// From the move on, at most one year.
  public var period: Period

  /// A continuation.
  public init(bsn: Bsn, municipality: MunicipalityCode, period: Period) {
    self.bsn = bsn
    self.municipality = municipality
    self.period = period
  }

  /// The last day that a continuation from a day on can have: a year, both days included.
  public static func latestEnd(from begin: CalendarDate) -> CalendarDate {
    let same = begin.adding(months: 12)
    // A year from 29 February on ends on 28 February.
    return same.parts.day == begin.parts.day ? same.adding(days: -1) : same
  }
}
