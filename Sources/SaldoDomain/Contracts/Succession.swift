/// Which municipality took over from an abolished one (herindeling).
///
/// Source: Documentation/Funding.md.
public struct Succession: Sendable {
  private let municipalities: [MunicipalityCode: Municipality]

  /// The succession of the municipalities of a region.
  public init(_ municipalities: [Municipality]) {
    self.municipalities = Dictionary(municipalities.map { ($0.code, $0) }) { first, _ in first }
  }

  /// The municipality that bears what a code stands for on a day: its own, or a successor that has taken over by then.
  public func bearer(of code: MunicipalityCode, on day: CalendarDate) -> MunicipalityCode {
    var (bearer, passed) = (code, Set([code]))
    while let municipality = municipalities[bearer], let last = municipality.validUntil, last < day,
      let successor = municipality.successor, passed.insert(successor).inserted
    { bearer = successor }
    return bearer
  }

  /// Amounts per municipality, summed under those that bear them on a day.
  public func merged(_ amounts: [MunicipalityCode: Euros], on day: CalendarDate) -> [MunicipalityCode: Euros] {
    Dictionary(amounts.map { (bearer(of: $0.key, on: day), $0.value) }, uniquingKeysWith: +)
  }
}
