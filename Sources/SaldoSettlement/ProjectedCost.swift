public import SaldoDomain
public import SaldoFunding
import SaldoRules

/// What an allocated product will cost, or why that is unknown (geraamde kosten van een toewijzing).
///
/// Each month counts its cap (TR321) at its price, scaled to the total volume (TR322). A volume in total counts at the
/// price of the first day; a volume in euros is the cost itself. Without volume the cost is the budget. An allocation
/// without end counts up to and including 31 December of the year in which it begins, or of the as-of date when that is
/// later. An allocation that was taken back costs nothing.
///
/// Source: Documentation/Funding.md; iStandaarden 3.2, TR321, TR322.
public enum ProjectedCost: Hashable, Sendable {
  /// The cost.
  case known(Projection)
  /// Nobody can tell.
  case unknown(Reason)

  /// Why the cost is unknown.
  public enum Reason: Hashable, Sendable {
    /// There is neither a volume nor a budget.
    case noVolume
    /// The contract has no price for the product in the month.
    case noPrice(CalendarMonth)
    /// The cost is more than a declaration can hold.
    case outOfRange
  }

  /// The cost of an allocated product.
  ///
  /// - Parameter client: The client, whose groups and continued contract have their own prices; nil when it is not known.
  public init(
    of product: AllocatedProduct, for client: Bsn?, provider: ProviderCode, municipality: MunicipalityCode,
    domain: Domain, under catalogue: Catalogue, asOf: CalendarDate
  ) {
    let version = AllocationVersion(product)
    let begin = product.validity.begin
    let horizon = CalendarMonth(year: max(begin.year, asOf.year), month: 12).last
    let end = product.validity.end ?? horizon
    guard begin <= end, product.changeReason != .removed else {
      self = .known(Projection(budget: .zero, over: []))
      return
    }
    let months = (begin.month.index...end.month.index).map { CalendarMonth(index: $0) }
    guard let allocated = product.volume else {
      self = product.budget.map { .known(Projection(budget: $0, over: months)) } ?? .unknown(.noVolume)
      return
    }

    /// The projection with prices in a unit, or the month that has none.
    func projection(in unit: CareUnit) -> ProjectedCost {
      guard let total = VolumeCap.total(of: version, in: unit, until: horizon)?.bound else {
        return .unknown(.noVolume)
      }
      var parts: [Projection.Part] = []
      for month in months {
        let period = Period(begin: max(begin, month.first), end: min(end, month.last))
        guard let cap = VolumeCap.of(period, on: version, in: unit, domain: domain)?.bound else {
          return .unknown(.noVolume)
        }
        guard unit != .euro else {
          parts.append(Projection.Part(month: month, cap: cap, price: Euros(cents: 1)))
          continue
        }
        guard let category = product.category, let code = product.code,
          let terms = catalogue.terms(
            for: Product(category: category, code: code), unit: unit, provider: provider, municipality: municipality,
            delivery: allocated.frequency == .total ? begin : period.begin, start: begin, client: client)
        else { return .unknown(.noPrice(month)) }
        let hourly = terms.hourlyPrice(for: unit)
        parts.append(
          Projection.Part(month: month, cap: cap, price: hourly ?? terms.price, perUnits: hourly == nil ? 1 : 60))
      }
      return Projection(volume: total, over: parts).map { .known($0) } ?? .unknown(.outOfRange)
    }

    let own = projection(in: allocated.unit)
    // Care that is allocated in hours may be contracted in minutes only.
    if case .unknown(.noPrice) = own, allocated.unit == .hour, case .known(let inMinutes) = projection(in: .minute) {
      self = .known(inMinutes)
    } else {
      self = own
    }
  }

  /// The projection; nil when the cost is unknown.
  public var projection: Projection? {
    if case .known(let projection) = self { return projection }
    return nil
  }
}
