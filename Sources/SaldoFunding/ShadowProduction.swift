public import SaldoDomain

/// Care that was delivered under a lump sum, counted once and valued as if it were paid by price (schaduwproductie).
///
/// A client's product in a month comes from the table of production, else from lines, else from starts and stops; a line
/// counts once per product period. So care that is told twice counts once.
///
/// Source: Documentation/Funding.md.
public enum ShadowProduction {
  /// The items that count, in the order of the input.
  public static func counted(_ items: [ProductionItem]) -> [ProductionItem] {
    var best: [ProductionItem.Month: ProductionItem.Source] = [:]
    for item in items { best[item.month] = min(item.source, best[item.month] ?? item.source) }
    var seen: Set<ProductionItem.Key> = []
    return items.filter { best[$0.month] == $0.source && seen.insert($0.key).inserted }
  }

  /// What items that count are worth at the reference tariffs of a catalogue; without a tariff they are worth nothing.
  public static func value(of items: [ProductionItem], in catalogue: Catalogue) -> Euros {
    counted(items).reduce(.zero) { sum, item in
      sum + (catalogue.referencePrice(of: item).map { value(of: item, at: $0) } ?? .zero)
    }
  }

  /// What one item is worth at a reference tariff.
  ///
  /// Volume × price, minutes on an hourly price rounded once. Without a volume only time tells: a month at a price per
  /// month, days at a price per day.
  public static func value(of item: ProductionItem, at row: PriceRow) -> Euros {
    switch row.basis {
    case .month: return row.price
    case .unit, .hour:
      guard let volume = item.volume else {
        return row.unit == .fullDay ? row.price * Int64(item.period.dayCount) : .zero
      }
      let isInMinutes = item.unit == .minute && (row.unit == .hour || row.basis == .hour)
      return isInMinutes ? HourlyPrice(row.price).amount(forMinutes: volume) : row.price * volume
    case .week:
      return row.price * Int64(OutputWeeks.count(in: item.period, of: OpenPeriod(begin: item.period.begin, end: nil)))
    case .total: return .zero
    }
  }
}

/// A client's care in a product period, as one source tells it (productie).
public struct ProductionItem: Hashable, Sendable {
  /// Where it is told; the first source goes before the others.
  public var source: Source
  /// The municipality.
  public var municipality: MunicipalityCode
  /// The provider.
  public var provider: ProviderCode
  /// A number that stands for the client, the same in every source.
  public var client: Int64
  /// The product.
  public var product: Product
  /// The product period.
  public var period: Period
  /// The volume, in the unit; nil when only the care itself is known.
  public var volume: Int64?
  /// The unit of the volume; nil for that of the price.
  public var unit: CareUnit?

  /// The sources of production, in the order in which they are believed.
  public enum Source: Int, CaseIterable, Hashable, Comparable, Sendable {
    /// The table of production.
    case table
    /// Declared lines.
    case lines
    /// Starts and stops of care.
    case notices

    /// The source that is believed first.
    public static func < (lhs: Source, rhs: Source) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// An item.
  public init(
    source: Source, municipality: MunicipalityCode, provider: ProviderCode, client: Int64, product: Product,
    period: Period, volume: Int64? = nil, unit: CareUnit? = nil
  ) {
    self.source = source
    self.municipality = municipality
    self.provider = provider
    self.client = client
    self.product = product
    self.period = period
    self.volume = volume
    self.unit = unit
  }

  /// A client's product in a month: what one source decides.
  struct Month: Hashable {
    let municipality: MunicipalityCode
    let provider: ProviderCode
    let client: Int64
    let product: Product
    let month: CalendarMonth
  }

  /// What counts once.
  struct Key: Hashable {
    let month: Month
    let period: Period
  }

  var month: Month {
    Month(
      municipality: municipality, provider: provider, client: client, product: product, month: period.begin.month)
  }

  var key: Key { Key(month: month, period: period) }
}

extension Catalogue {
  /// The price row of an item's product on the first day of its period, in its unit; without a unit the first that is
  /// contracted.
  fileprivate func referencePrice(of item: ProductionItem) -> PriceRow? {
    let units =
      item.unit.map { [$0] }
      ?? self.units(
        of: item.product, provider: item.provider, municipality: item.municipality, delivery: item.period.begin,
        start: nil)
    return units.lazy.compactMap { unit in
      self.terms(
        for: item.product, unit: unit, provider: item.provider, municipality: item.municipality,
        delivery: item.period.begin, start: nil)?.row
    }.first
  }
}
