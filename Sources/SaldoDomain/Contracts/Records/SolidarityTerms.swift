/// On what terms municipalities help one that overruns its budget (solidariteitsregeling).
///
/// A row of `solidarity.csv`; outside its years the regime does not hold. Source: Documentation/Funding.md.
public struct SolidarityTerms: Hashable, Sendable, Codable {
  /// The legal domain whose budgets count.
  public var domain: Domain
  /// The first year.
  public var from: Int
  /// The last year; nil when the regime has not ended.
  public var until: Int?
  /// How it helps.
  public var form: Form

  /// How municipalities help (vorm).
  public enum Form: Hashable, Sendable, Codable {
    /// By claims above a threshold.
    case claims(Claims)
    /// By a pool of a share of each budget, in whole percents: the older form.
    case pool(sharePercent: Int)
  }

  /// What can be claimed and who carries it.
  public struct Claims: Hashable, Sendable, Codable {
    /// The part of the budget that an overrun must exceed, in whole percents.
    public var thresholdPercent: Int
    /// What is claimed.
    public var scope: Scope
    /// What each of the others carries at most.
    public var cap: Cap

    /// What is claimed.
    public enum Scope: String, CaseIterable, Hashable, Sendable, Codable {
      /// The part of the overrun above the threshold.
      case aboveThreshold = "above-threshold"
      /// The whole overrun.
      case wholeOverrun = "whole-overrun"
    }

    /// What each of the others carries at most.
    public enum Cap: String, CaseIterable, Hashable, Sendable, Codable {
      /// Up to its own threshold.
      case threshold
      /// No limit.
      case none
    }

    /// Terms of claims.
    public init(thresholdPercent: Int = 10, scope: Scope = .aboveThreshold, cap: Cap = .threshold) {
      self.thresholdPercent = thresholdPercent
      self.scope = scope
      self.cap = cap
    }
  }

  /// Terms for some years.
  public init(domain: Domain, from: Int, until: Int? = nil, form: Form) {
    self.domain = domain
    self.from = from
    self.until = until
    self.form = form
  }

  /// Whether the regime holds in a year.
  public func holds(in year: Int) -> Bool { from <= year && year <= until ?? year }
}

/// The report with which a municipality substantiates its claim (onderbouwing).
///
/// A row of `solidarity_reports.csv`.
public struct SolidarityReport: Hashable, Sendable, Codable {
  /// The municipality that claims.
  public var municipality: MunicipalityCode
  /// The legal domain.
  public var domain: Domain
  /// The year of the overrun.
  public var year: Int
  /// When it was received.
  public var received: CalendarDate

  /// A report.
  public init(municipality: MunicipalityCode, domain: Domain, year: Int, received: CalendarDate) {
    self.municipality = municipality
    self.domain = domain
    self.year = year
    self.received = received
  }
}
