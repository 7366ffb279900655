public import SaldoDomain
public import SaldoStore

/// What a report is about and what it was made from (kop van een verslag).
public struct ReportHead: Hashable, Sendable, Codable {
  /// The kind of report, as the command line names it, for instance `settlement`.
  public var kind: String
  /// The name of the region.
  public var region: String
  /// The day on which the report was asked for.
  public var asOf: CalendarDate
  /// The first month.
  public var from: CalendarMonth
  /// The last month, included.
  public var until: CalendarMonth
  /// Which month of a line or posting decides whether it is in the report.
  public var by: ReportPeriod.Axis
  /// The hash of the last journal entry, in hexadecimal digits.
  public var ledger: String

  /// A head with these values.
  public init(
    kind: String, region: String, asOf: CalendarDate, period: ReportPeriod, ledger: String
  ) {
    self.kind = kind
    self.region = region
    self.asOf = asOf
    from = period.from
    until = period.until
    by = period.by
    self.ledger = ledger
  }
}
