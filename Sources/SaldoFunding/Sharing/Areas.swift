public import SaldoDomain

/// Neighbourhoods with the amount and the consortium of each (wijken, consortia).
///
/// Source: Documentation/Funding.md.
public struct Areas: Sendable {
  private let areas: [Area]
  private let consortia: [String: ProviderCode]
  private let exceptions: [Bsn: [AreaException]]

  /// The neighbourhoods of a region, and the clients who are helped by another consortium.
  public init(_ areas: [Area], exceptions: [AreaException] = []) {
    self.areas = areas
    consortia = Dictionary(areas.map { ($0.postalCode, $0.consortium) }) { first, _ in first }
    self.exceptions = Dictionary(grouping: exceptions, by: \.bsn)
  }

  /// An amount split over the neighbourhoods by weight, in the order of their first rows.
  ///
  /// - Precondition: some area weighs.
  public func amounts(of total: Euros) -> [(neighbourhood: String, amount: Euros)] {
    var (names, weights): ([String], [String: Int64]) = ([], [:])
    for area in areas {
      if weights[area.neighbourhood] == nil { names.append(area.neighbourhood) }
      weights[area.neighbourhood, default: 0] += area.weight
    }
    let parts = LargestRemainder.split(total, by: names.map { weights[$0, default: 0] })
    return zip(names, parts).map { ($0, $1) }
  }

  /// The consortium that helps a client on a day: that of a recorded exception, or that of the address.
  ///
  /// - Parameter postalCode: The postal code of the address; only its four digits count.
  /// - Returns: Nil for an address outside the areas.
  public func consortium(for bsn: Bsn, at postalCode: String, on day: CalendarDate) -> ProviderCode? {
    exceptions[bsn, default: []].first { $0.period.contains(day) }?.consortium
      ?? consortia[String(postalCode.prefix(4))]
  }
}
