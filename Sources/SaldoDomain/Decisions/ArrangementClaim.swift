/// What one approved debit line claimed of an arrangement.
public struct ArrangementClaim: Hashable, Sendable {
  /// The id of the line.
  public var id: LineID
  /// The product.
  public var product: Product
  /// The last day of the product period: the line claimed what was due by then.
  public var periodEnd: CalendarDate
  /// The approved amount, in euro cents.
  public var amount: Euros
  /// How much more was due when it was approved, in euro cents: given up until the line is credited.
  public var forgone: Euros

  /// The signal of a line that claims less than is due; its facts `due` and `found` tell what it gave up.
  public static let belowDue: RuleCode = "arrangement-below"

  /// What a line claimed.
  public init(id: LineID, product: Product, periodEnd: CalendarDate, amount: Euros, forgone: Euros = .zero) {
    self.id = id
    self.product = product
    self.periodEnd = periodEnd
    self.amount = amount
    self.forgone = forgone
  }

  /// What the line takes from what is due.
  public var taken: Euros { amount + forgone }
}
