/// A rule of the region on a product or a category (productregel).
///
/// It holds for allocations that begin on or after its first day; earlier ones are unaffected. Source:
/// Documentation/Funding.md.
public struct ProductRule: Hashable, Sendable, Codable {
  /// The category.
  public var category: ProductCategory
  /// The code; nil for all codes of the category.
  public var code: ProductCode?
  /// The municipality; nil for all.
  public var municipality: MunicipalityCode?
  /// The key of the agreement; nil for all.
  public var agreement: String?
  /// What the rule bounds.
  public var limit: Limit
  /// The rule date: the first day of the first allocation that it holds for.
  public var from: CalendarDate
  /// What breaking it means for a line.
  public var action: Action

  /// What a rule bounds.
  public enum Limit: Hashable, Sendable, Codable {
    /// How long an allocation may last.
    case maxDuration(Span)
    /// How much an allocation may hold: in total, or per day, week or month.
    case maxVolume(AllocatedVolume)
    /// Care ends with the month in which the client turns 18.
    case age18
    /// Care ends where the long-term care act holds (Wet langdurige zorg).
    case wlz
    /// How long after its product period a line may be declared.
    case submissionDeadline(Span)

    /// Which kind of rule it is.
    public var kind: Kind {
      switch self {
      case .maxDuration: .maxDuration
      case .maxVolume: .maxVolume
      case .age18: .age18
      case .wlz: .wlz
      case .submissionDeadline: .submissionDeadline
      }
    }
  }

  /// The kinds of rules, as tables name them.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case maxDuration = "max-duration"
    case maxVolume = "max-volume"
    case age18 = "age-18"
    case wlz
    case submissionDeadline = "submission-deadline"

    /// The return code that is true of a line that breaks the rule; nil when none is, so that it can only signal.
    public var returnCode: ReturnCode? {
      switch self {
      case .maxDuration, .age18: ReturnCode(rawValue: "9308")
      case .maxVolume: ReturnCode(rawValue: "9322")
      case .wlz, .submissionDeadline: nil
      }
    }
  }

  /// What breaking a rule means for a line.
  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    /// Somebody should know.
    case signal
    /// The line is rejected.
    case reject
    /// Nothing: a more general rule does not hold here.
    case none
  }

  /// A number of days or months.
  public struct Span: Hashable, Sendable, Codable {
    /// The number.
    public var count: Int
    /// Of what.
    public var unit: Unit

    /// What is counted.
    public enum Unit: String, CaseIterable, Hashable, Sendable, Codable { case days, months }

    /// A span.
    public init(_ count: Int, _ unit: Unit) {
      self.count = count
      self.unit = unit
    }

    /// The last day of a span that begins on a day.
    ///
    /// Months end on the day before the same day of the month; when that month is too short, on its last day.
    public func last(from begin: CalendarDate) -> CalendarDate {
      switch unit {
      case .days: return begin.adding(days: count - 1)
      case .months:
        let same = begin.adding(months: count)
        return same.parts.day == begin.parts.day ? same.adding(days: -1) : same
      }
    }

    /// The last day within a span after a day; a span of months after the last day of a month ends with a month.
    public func last(after day: CalendarDate) -> CalendarDate { last(from: day.adding(days: 1)) }
  }

  /// A product rule.
  public init(
    category: ProductCategory, code: ProductCode? = nil, municipality: MunicipalityCode? = nil,
    agreement: String? = nil, limit: Limit, from: CalendarDate, action: Action = .signal
  ) {
    self.category = category
    self.code = code
    self.municipality = municipality
    self.agreement = agreement
    self.limit = limit
    self.from = from
    self.action = action
  }
}
