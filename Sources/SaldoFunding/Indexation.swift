public import SaldoDomain

/// The price of the next year from that of the running one (indexering).
///
/// New price = price × (1 + wage share × (forecast + correction) + material share × (forecast + correction)), rounded
/// once to a whole cent. A correction is the definitive figure of the running year less its forecast; there is none in
/// the first year. The year after starts from the rounded price.
///
/// Source: Documentation/Funding.md; contract standard for youth care, article 3.2.
public struct Indexation: Hashable, Sendable {
  /// The year of the new prices.
  public let year: Int
  /// The part of a price that is wages, in whole percents.
  public let wageSharePercent: Int
  /// What was forecast for the year, in hundredths of a percent.
  public let forecast: Growths
  /// What is made up for of the running year, in hundredths of a percent.
  public let correction: Growths

  /// Growth of wages and of material in hundredths of a percent.
  public struct Growths: Hashable, Sendable {
    /// Of wages (OVA).
    public let wage: Int
    /// Of material (PPC).
    public let material: Int

    /// Growths.
    public init(wage: Int, material: Int) {
      self.wage = wage
      self.material = material
    }

    /// No growth.
    public static let none = Growths(wage: 0, material: 0)
  }

  /// The indexation of a year.
  public init(year: Int, wageSharePercent: Int, forecast: Growths, correction: Growths) {
    self.year = year
    self.wageSharePercent = wageSharePercent
    self.forecast = forecast
    self.correction = correction
  }

  /// The indexation of a year from the figures of a region; nil when the year, or the definitive figures of the running
  /// year that it corrects by, are missing.
  public init?(_ figures: [IndexationFigures], _ domain: Domain, year: Int) {
    guard let next = figures.first(where: { $0.domain == domain && $0.year == year }) else { return nil }
    let forecast = Growths(wage: next.wage.forecast, material: next.material.forecast)
    if next.isFirstYear {
      self.init(year: year, wageSharePercent: next.wageSharePercent, forecast: forecast, correction: .none)
      return
    }
    guard let running = figures.first(where: { $0.domain == domain && $0.year == year - 1 }),
      let wage = running.wage.correction, let material = running.material.correction
    else { return nil }
    self.init(
      year: year, wageSharePercent: next.wageSharePercent, forecast: forecast,
      correction: Growths(wage: wage, material: material))
  }

  /// The new price of an old one.
  public func price(from old: Euros) -> Euros {
    let whole: Int128 = 1_000_000
    let wage = Int128(wageSharePercent) * Int128(forecast.wage + correction.wage)
    let material = Int128(100 - wageSharePercent) * Int128(forecast.material + correction.material)
    return Euros(cents: Rounding.halfAwayFromZero(wide: Int128(old.cents) * (whole + wage + material), over: whole))
  }

  /// A row of the catalogue with how its price came about.
  public struct Indexed: Hashable, Sendable {
    /// The row, for the year.
    public let row: PriceRow
    /// The sum in words.
    public let derivation: Bilingual
  }

  /// The row of the year that follows from a row of the running one.
  public func next(after row: PriceRow) -> Indexed {
    var next = row
    next.price = price(from: row.price)
    next.validity = OpenPeriod(
      begin: CalendarMonth(year: year, month: 1).first, end: CalendarMonth(year: year, month: 12).last)
    return Indexed(
      row: next,
      derivation: Bilingual(
        nl: derivation(row.price, next.price, in: .dutch), en: derivation(row.price, next.price, in: .english)))
  }

  private func derivation(_ old: Euros, _ new: Euros, in language: Language) -> String {
    func growth(_ forecast: Int, _ correction: Int) -> String {
      let sign = correction < 0 ? "−" : "+"
      let (first, second) = (
        HumanText.percent(hundredths: forecast, in: language),
        HumanText.percent(hundredths: abs(correction), in: language)
      )
      return "(\(first) \(sign) \(second))"
    }
    let sign = language == .dutch ? " %" : "%"
    return "\(HumanText.euros(old, in: language)) × (1 + \(wageSharePercent)\(sign) × "
      + "\(growth(forecast.wage, correction.wage)) + \(100 - wageSharePercent)\(sign) × "
      + "\(growth(forecast.material, correction.material))) = \(HumanText.euros(new, in: language))"
  }
}
