/// The figures of one year by which prices are indexed (indexering): forecasts, and later the definitive figures.
///
/// Wages follow the government contribution to labour costs (OVA), materials the price of private consumption (PPC).
/// Percentages are in hundredths of a percent: 251 is 2.51 %. A row of `indexation.csv`. Source:
/// Documentation/Funding.md; contract standard for youth care, article 3.2.
public struct IndexationFigures: Hashable, Sendable, Codable {
  /// The legal domain of the prices.
  public var domain: Domain
  /// The year that the figures are about.
  public var year: Int
  /// The part of a price that is wages, in whole percents; the rest is material.
  public var wageSharePercent: Int
  /// The growth of wages.
  public var wage: Growth
  /// The growth of the price of material.
  public var material: Growth
  /// Whether prices were not indexed before, so that nothing is corrected.
  public var isFirstYear: Bool

  /// What was expected of a year and what it became, in hundredths of a percent.
  public struct Growth: Hashable, Sendable, Codable {
    /// What was expected when the prices of the year were fixed.
    public var forecast: Int
    /// What it became; nil when it is not known yet.
    public var definitive: Int?

    /// A growth.
    public init(forecast: Int, definitive: Int? = nil) {
      self.forecast = forecast
      self.definitive = definitive
    }

    /// What the prices of the year after must still make up for: definitive − forecast; nil when it is not known yet.
    public var correction: Int? { definitive.map { $0 - forecast } }
  }

  /// Figures of a year.
  public init(
    domain: Domain, year: Int, wageSharePercent: Int, wage: Growth, material: Growth, isFirstYear: Bool = false
  ) {
    self.domain = domain
    self.year = year
    self.wageSharePercent = wageSharePercent
    self.wage = wage
    self.material = material
    self.isFirstYear = isFirstYear
  }
}
