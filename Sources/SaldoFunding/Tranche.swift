public import SaldoDomain

/// An equal amount every month, for care that is not paid on results: residential care, foster care, children who may
/// move to the Wlz (maandtranche).
///
/// A broken month is worth what the agreement says, by the days of the product period. A line above what is due is
/// refused as a whole; below, it is accepted as declared with a signal. From the day on which the provider was closed
/// nothing is due.
///
/// Source: Documentation/Funding.md.
public struct Tranche: FundingModel {
  /// The findings that this model gives, one per meaning.
  public static let metadata = [aboveDue, belowDue]

  static let aboveDue = RuleMetadata(
    "tranche", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9321"),
    answerClass: .line, needs: .region,
    title: Bilingual(
      nl: "Het bedrag is hoogstens de tranche van de productperiode.",
      en: "The amount is at most the tranche of the product period."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, maar de tranche van deze productperiode is {due}.",
      en: "Claimed is {found}, but the tranche of this product period is {due}."),
    hint: Bilingual(
      nl: "Verlaag het bedrag tot de tranche; kijk wat voor een gebroken maand is afgesproken.",
      en: "Lower the amount to the tranche; see what was agreed on a broken month."),
    facts: ["due", "found"], source: "Saldo, funding model tranche")

  static let belowDue = RuleMetadata(
    signal: "tranche-below", level: .contract, kinds: [.declaration], needs: .region,
    title: Bilingual(
      nl: "Het bedrag is niet lager dan de tranche.", en: "The amount is not below the tranche."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, minder dan de tranche van {due}; de regel is toegekend zoals ingediend.",
      en: "Claimed is {found}, less than the tranche of {due}; the line is granted as declared."),
    hint: Bilingual(
      nl: "Controleer of het lagere bedrag bedoeld is; zo niet, crediteer en declareer opnieuw.",
      en: "Check whether the lower amount is meant; if not, credit and declare again."),
    facts: ["due", "found"], source: "Saldo, funding model tranche")

  /// The model has no settings.
  public init() {}

  /// The tranche of the product period against the claimed amount.
  public func value(_ claim: Claim) -> Valuation {
    let due = Self.due(claim)
    let found = claim.line.amount.size
    let facts: Facts = ["due": .amount(due), "found": .amount(found)]
    if found > due { return Valuation(due: due, remark: .init(rule: Self.aboveDue.code, facts: facts)) }
    if found < due { return Valuation(due: due, remark: .init(rule: Self.belowDue.code, facts: facts)) }
    return Valuation(due: due)
  }

  /// The tranche of the days of the product period on which the provider was not closed.
  private static func due(_ claim: Claim) -> Euros {
    let period = claim.line.period
    guard let closedFrom = claim.closedFrom, closedFrom <= period.end else {
      return FixedPrice.monthAmount(of: period, under: claim.terms)
    }
    guard period.begin < closedFrom else { return .zero }
    return FixedPrice.monthAmount(
      of: Period(begin: period.begin, end: closedFrom.adding(days: -1)), under: claim.terms)
  }
}
