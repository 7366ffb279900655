/// Which municipality is responsible for a client on a day (woonplaatsbeginsel).
///
/// Youth care from 2022 on: the municipality of the address in the register of persons, and during residential care that
/// of the address before it. Youth care before 2022 and the Wmo: what the region recorded. That it is not the addressed
/// municipality is a signal only: the addressed one pays.
///
/// Source: Documentation/Funding.md; Jeugdwet, article 1.1 as of 1 January 2022.
public struct ResponsibleMunicipality: Sendable {
  private let residences: [Bsn: [Residence]]

  /// The first day on which the address decides in youth care.
  public static let addressRule: CalendarDate = CalendarMonth(year: 2022, month: 1).first

  /// The responsible municipalities that follow from a residence history; rows of one kind do not overlap.
  public init(_ residences: [Residence]) { self.residences = Dictionary(grouping: residences, by: \.bsn) }

  /// Whether nothing is known of any client.
  public var isEmpty: Bool { residences.isEmpty }

  /// The days of a period on which the answer may change: its first one and those on which a row begins or has ended, in
  /// order; empty when nothing is known of the client.
  public func turns(of bsn: Bsn, in period: Period) -> [CalendarDate] {
    guard let rows = residences[bsn] else { return [] }
    let ends = rows.compactMap { $0.period.end?.adding(days: 1) }
    let turns = [period.begin, Self.addressRule] + rows.map(\.period.begin) + ends
    return Set(turns.filter { period.begin <= $0 && $0 <= period.end }).sorted()
  }

  /// The municipality that is responsible on a day; nil when the history does not tell.
  public func municipality(of bsn: Bsn, _ domain: Domain, on day: CalendarDate) -> MunicipalityCode? {
    let rows = residences[bsn, default: []]
    guard domain == .jw, day >= Self.addressRule else {
      return rows.first { $0.basis == .responsible && $0.period.contains(day) }?.municipality
    }
    guard let current = rows.first(where: { $0.basis.isAddress && $0.period.contains(day) }) else { return nil }
    guard current.basis == .residential else { return current.municipality }
    return rows.filter { $0.basis == .address && $0.period.begin < current.period.begin }
      .max { $0.period.begin < $1.period.begin }?.municipality
  }
}
