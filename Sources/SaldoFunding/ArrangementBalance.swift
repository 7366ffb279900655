public import SaldoDomain

/// What is due of one arrangement, what of it was claimed, and what is left: plain sums, without a verdict.
///
/// The instalments at the start are due from the first day of the allocation, those on the result from the day of the
/// outcome. A claim may not take more than was due by the end of its product period, nor what a claim of a later period
/// took already. Source: Documentation/Funding.md.
public struct ArrangementBalance: Sendable {
  /// The amount that stands: the price of the first day, changed by the agreements on file.
  public let amount: Euros
  /// What is due at the start, in euro cents.
  public let start: Euros
  /// What is due on the result when all goals are met, in euro cents.
  public let fullResult: Euros
  /// What the outcome makes due on the result, in euro cents; nil while there is no outcome, or when it came after the
  /// provider closed.
  public let result: Euros?
  /// The first day of the allocation.
  public let begin: CalendarDate
  /// From when the result is due: the day of the outcome, or the last day of an allocation that ended before it.
  public let resultDay: CalendarDate?
  /// What was claimed, of approved and uncredited lines.
  public let claims: [ArrangementClaim]
  /// Whether a change on file does not start from the amount that stood; it then has no effect.
  public let hasUnfittingChange: Bool

  /// The sums of an arrangement.
  ///
  /// - Parameters:
  ///   - price: The amount of the price row of the first day.
  ///   - agreement: The agreement, for its instalments and what it says of replacements.
  ///   - allocation: The validity of the allocation.
  ///   - file: What the region recorded.
  ///   - paidOnReplaced: What was paid on the arrangement that this one replaced, when that had no result.
  ///   - closedFrom: From when the provider was closed, as after a bankruptcy; what becomes due on or after that day is
  ///     not paid.
  public init(
    price: Euros, agreement: Agreement, allocation: OpenPeriod, file: ArrangementFile, claims: [ArrangementClaim],
    paidOnReplaced: Euros = .zero, closedFrom: CalendarDate? = nil
  ) {
    var amount = price
    var hasUnfittingChange = false
    for change in file.changes {
      if change.old == amount { amount = change.new } else { hasUnfittingChange = true }
    }
    let instalments = agreement.instalments.isEmpty ? Agreement.Instalment.halves : agreement.instalments
    let parts = zip(instalments, Instalments.split(amount, by: instalments.map(\.share)))
    let results = parts.filter { $0.0.when == .result }.map { $0.1 }
    let starts = parts.filter { $0.0.when == .start }.map { $0.1 }
    let outcome = file.outcome.flatMap { outcome in
      closedFrom.map { outcome.date < $0 } ?? true ? outcome : nil
    }
    self.amount = amount
    self.hasUnfittingChange = hasUnfittingChange
    begin = allocation.begin
    let isClosed = closedFrom.map { $0 <= allocation.begin } ?? false
    start =
      isClosed
      ? .zero
      : Self.start(
        starts.reduce(.zero, +), after: file.replacing, paid: paidOnReplaced, onReplacement: agreement.onReplacement)
    fullResult = closedFrom == nil ? results.reduce(.zero, +) : .zero
    result = outcome.map { outcome in
      results.reduce(.zero) { sum, part in
        sum + Euros(cents: Rounding.halfAwayFromZero(part.cents * Int64(outcome.percent), over: 100))
      }
    }
    resultDay = outcome.map { min($0.date, allocation.end ?? $0.date) }
    self.claims = claims
  }

  /// What is due at the start of an arrangement that may have replaced another one.
  private static func start(
    _ amount: Euros, after replacement: ArrangementReplacement?, paid: Euros, onReplacement: Agreement.OnReplacement
  ) -> Euros {
    switch (replacement?.reason, onReplacement) {
    case (.transfer, _): .zero
    case (.new, .setOff): max(.zero, amount - paid)
    case (.new, .keep), (nil, _): amount
    }
  }

  /// What a claim over a product period that ends on this day may still take.
  public func payable(by day: CalendarDate) -> Euros { left(by: day) { due(by: $0) } }

  /// What such a claim could take if the goals were met; only asked while there is no outcome.
  public func payableOnResult(by day: CalendarDate) -> Euros { left(by: day) { _ in start + fullResult } }

  /// What is due by the end of a day.
  public func due(by day: CalendarDate) -> Euros {
    guard let result, let resultDay, resultDay <= day else { return start }
    return start + result
  }

  /// What the arrangement can come to: with its outcome, or, while there is none, if the goals are met.
  public var total: Euros { start + (result ?? fullResult) }

  /// What is left of the total after all claims; never below zero.
  public var leftOfTotal: Euros { max(.zero, total - claims.reduce(.zero) { $0 + $1.taken }) }

  /// What was paid above what the arrangement can come to, after its amount was lowered or its outcome disappointed: it
  /// is to be credited. In euro cents.
  public var toBeCredited: Euros { max(.zero, claims.reduce(.zero) { $0 + $1.amount } - total) }

  /// What is left by a day of what is due, so that no later claim comes short; never below zero.
  ///
  /// What is due only grows with time, so it is tightest at the day itself and where a later claim ends.
  private func left(by day: CalendarDate, of due: (CalendarDate) -> Euros) -> Euros {
    let days = [day] + claims.map(\.periodEnd).filter { $0 > day }
    let least = days.map { end in
      due(end) - claims.filter { $0.periodEnd <= end }.reduce(.zero) { $0 + $1.taken }
    }.min()
    return max(.zero, least ?? .zero)
  }
}
