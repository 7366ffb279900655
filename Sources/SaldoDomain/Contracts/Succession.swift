/// Which municipality took over from an abolished one (herindeling).
///
/// Source: Documentation/Funding.md.
public struct Succession: Sendable {
  private let municipalities: [MunicipalityCode: Municipality]
  private let abolished: [MunicipalityCode: [Municipality]]

  /// The succession of the municipalities of a region.
  public init(_ municipalities: [Municipality]) {
    self.municipalities = Dictionary(municipalities.map { ($0.code, $0) }) { first, _ in first }
    abolished = Dictionary(grouping: municipalities.filter { $0.successor != nil }, by: { $0.successor! })
  }

  /// The municipality that bears what a code stands for on a day: its own, or a successor that has taken over by then.
  public func bearer(of code: MunicipalityCode, on day: CalendarDate) -> MunicipalityCode {
    var (bearer, passed) = (code, Set([code]))
    while let municipality = municipalities[bearer], let last = municipality.validUntil, last < day,
      let successor = municipality.successor, passed.insert(successor).inserted
    { bearer = successor }
    return bearer
  }

  /// The abolished municipalities that one has taken over from by a day, also in several steps: the latest mergers first,
  /// and those of one step in the order of the region.
  public func predecessors(of code: MunicipalityCode, on day: CalendarDate) -> [MunicipalityCode] {
    var (found, passed) = ([code], Set([code]))
    var next = 0
    while next < found.count {
      for municipality in abolished[found[next], default: []] {
        guard let last = municipality.validUntil, last < day, passed.insert(municipality.code).inserted else {
          continue
        }
        found.append(municipality.code)
      }
      next += 1
    }
    return Array(found.dropFirst())
  }

  /// The municipalities that take over from one, now or later, in order.
  public func successors(of code: MunicipalityCode) -> [MunicipalityCode] {
    var (found, passed) = ([code], Set([code]))
    while let successor = municipalities[found[found.count - 1]]?.successor, passed.insert(successor).inserted {
      found.append(successor)
    }
    return Array(found.dropFirst())
  }

  /// Amounts per municipality, summed under those that bear them on a day.
  public func merged(_ amounts: [MunicipalityCode: Euros], on day: CalendarDate) -> [MunicipalityCode: Euros] {
    Dictionary(amounts.map { (bearer(of: $0.key, on: day), $0.value) }, uniquingKeysWith: +)
  }
}
