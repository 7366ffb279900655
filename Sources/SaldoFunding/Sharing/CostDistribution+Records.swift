public import SaldoDomain

/// A year shared as the tables of a region say.
extension CostDistribution {
  /// Shares the cost of a year: each group by its key, a group without one by own use, and overhead by its own key.
  ///
  /// Cost and weights of an abolished municipality count for the one that bears them on the last day of the year. Those
  /// who share are the municipalities of the region that are left on that day, in its order, and after them others that
  /// are charged, by code.
  ///
  /// - Parameter use: What each municipality used of each group.
  public init(
    of use: [String: [MunicipalityCode: Euros]], in year: Int, under records: SharingRecords,
    municipalities: [Municipality]
  ) {
    let (succession, day) = (Succession(municipalities), CalendarMonth(year: year, month: 12).last)
    let merged = use.mapValues { succession.merged($0, on: day) }
    let region = municipalities.map(\.code).filter { succession.bearer(of: $0, on: day) == $0 }
    let others = Set(merged.values.flatMap(\.keys)).subtracting(region)
    self.init(municipalities: region + others.sorted())

    func key(_ name: String) -> DistributionKey? {
      DistributionKey(records.weights(of: name, in: year), succession, on: day)
    }
    for (group, use) in merged.sorted(by: { ExactText($0.key) < ExactText($1.key) }) {
      let name = records.groupKeys.first { $0.group == group }?.key
      share(group: group, use, by: name.flatMap(key) ?? .ownUse)
    }
    for overhead in records.overheads where overhead.year == year {
      guard case .weights(let weights)? = key(overhead.key) else { continue }
      share(overhead: overhead.name, overhead.amount, by: weights)
    }
  }
}

extension Solidarity.Year {
  /// The year of each municipality that is left on its last day, in the order of the region; cost and budget of an
  /// abolished one count for the one that bears them.
  ///
  /// - Parameter asOf: A report counts when it was received by this day.
  public static func all(
    _ domain: Domain, in year: Int, budgets: [MunicipalityCode: Euros], actuals: [MunicipalityCode: Euros],
    under records: SharingRecords, municipalities: [Municipality], asOf: CalendarDate
  ) -> [Solidarity.Year] {
    let (succession, day) = (Succession(municipalities), CalendarMonth(year: year, month: 12).last)
    let (budgets, actuals) = (succession.merged(budgets, on: day), succession.merged(actuals, on: day))
    let reports = records.solidarityReports.filter { $0.domain == domain && $0.year == year && $0.received <= asOf }
    let reported = Set(reports.map { succession.bearer(of: $0.municipality, on: day) })
    return municipalities.map(\.code).filter { succession.bearer(of: $0, on: day) == $0 }.map {
      Solidarity.Year(
        municipality: $0, budget: budgets[$0, default: .zero], actual: actuals[$0, default: .zero],
        hasReport: reported.contains($0))
    }
  }
}
