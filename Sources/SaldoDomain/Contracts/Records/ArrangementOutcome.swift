/// What an arrangement achieved, as the client, the provider and the municipality assessed it together (uitkomst).
///
/// It decides which part of the instalments on the result is due. Table `outcomes.csv`.
public struct ArrangementOutcome: Hashable, Sendable, Codable {
  /// The arrangement.
  public var arrangement: ArrangementKey
  /// The product; an allocation without a product may hold several.
  public var product: Product
  /// The day of the assessment.
  public var date: CalendarDate
  /// Whether the goals were met.
  public var result: Result
  /// The part of the instalments on the result that is due, in whole percents: 100 when achieved, 0 when not.
  public var percent: Int
  /// Who assessed it; never the name of the client.
  public var assessedBy: String

  /// Whether the goals were met (resultaat).
  public enum Result: String, CaseIterable, Hashable, Sendable, Codable {
    /// All goals.
    case achieved
    /// A part of the goals.
    case partly
    /// None.
    case notAchieved = "not-achieved"
  }

  /// An outcome.
  ///
  /// - Parameter percent: Counts when the goals were met partly.
  public init(
    arrangement: ArrangementKey, product: Product, date: CalendarDate, result: Result, percent: Int? = nil,
    assessedBy: String
  ) {
    self.arrangement = arrangement
    self.product = product
    self.date = date
    self.result = result
    self.percent =
      switch result {
      case .achieved: 100
      case .partly: percent ?? 0
      case .notAchieved: 0
      }
    self.assessedBy = assessedBy
  }
}
