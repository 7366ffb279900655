public import SaldoDomain

/// An agreed price for output: per piece, or an amount per week, per month or for the whole allocation.
///
/// Weeks are counted by Sundays (IV076, IV077); a broken month is worth what the agreement says. A line above what is
/// due is refused as a whole; below, it is accepted as declared with a signal.
///
/// Source: Documentation/Funding.md, IV076, IV077.
public struct FixedPrice: FundingModel {
  /// The findings that this model gives, one per meaning.
  public static let metadata = [aboveDue, aboveTotal, belowDue]

  static let aboveDue = RuleMetadata(
    "fixed-price", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9321"),
    answerClass: .line, needs: .region,
    title: Bilingual(
      nl: "Het bedrag is hoogstens wat voor de productperiode is afgesproken.",
      en: "The amount is at most what was agreed for the product period."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, maar voor deze productperiode is {due} verschuldigd.",
      en: "Claimed is {found}, but {due} is due for this product period."),
    hint: Bilingual(
      nl: "Verlaag het bedrag tot wat voor deze periode is afgesproken.",
      en: "Lower the amount to what was agreed for this period."),
    facts: ["due", "found"], source: "Saldo, funding model fixed-price")

  static let aboveTotal = RuleMetadata(
    "fixed-price-total", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9322"),
    answerClass: .line, needs: .region,
    title: Bilingual(
      nl: "De bedragen op een toewijzing zijn samen hoogstens het afgesproken totaal.",
      en: "The amounts on an allocation are together at most the agreed total."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, maar van het totaal van {total} is {approved} al toegekend: er rest {due}.",
      en: "Claimed is {found}, but of the total of {total} {approved} is granted already: {due} remains."),
    hint: Bilingual(
      nl: "Verlaag het bedrag tot wat van het afgesproken totaal over is.",
      en: "Lower the amount to what is left of the agreed total."),
    facts: ["total", "approved", "due", "found"], source: "Saldo, funding model fixed-price")

  static let belowDue = RuleMetadata(
    signal: "fixed-price-below", level: .contract, kinds: [.declaration], needs: .region,
    title: Bilingual(
      nl: "Het bedrag is niet lager dan wat is afgesproken.", en: "The amount is not below what was agreed."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, minder dan de verschuldigde {due}; de regel is toegekend zoals ingediend.",
      en: "Claimed is {found}, less than the {due} that is due; the line is granted as declared."),
    hint: Bilingual(
      nl: "Controleer of het lagere bedrag bedoeld is; zo niet, crediteer en declareer opnieuw.",
      en: "Check whether the lower amount is meant; if not, credit and declare again."),
    facts: ["due", "found"], source: "Saldo, funding model fixed-price")

  /// The model has no settings.
  public init() {}

  /// What a piece or an amount in euros is worth against what is still due on its allocation.
  public func value(_ claim: Claim) -> Valuation {
    switch claim.terms.row.basis {
    case .unit, .hour:
      return UnitPrice().value(claim)
    case .week:
      let weeks = OutputWeeks.count(in: claim.line.period, of: claim.allocation)
      return compare(claim, due: claim.terms.row.price * Int64(weeks))
    case .month:
      return compare(claim, due: Self.monthAmount(of: claim.line.period, under: claim.terms))
    case .total:
      return compareTotal(claim)
    }
  }

  /// The amount of a month, broken or whole (partial_month).
  static func monthAmount(of period: Period, under terms: ContractTerms) -> Euros {
    let price = terms.row.price
    let month = period.begin.month
    if period == month.period { return price }
    switch terms.agreement.partialMonth {
    case .full: return price
    case .none: return .zero
    case .proRataDays:
      return Euros(
        cents: Rounding.halfAwayFromZero(price.cents * Int64(period.dayCount), over: Int64(month.dayCount)))
    }
  }

  private func compare(_ claim: Claim, due: Euros) -> Valuation {
    let found = claim.line.amount.size
    let facts: Facts = ["due": .amount(due), "found": .amount(found)]
    if found > due { return Valuation(due: due, remark: .init(rule: Self.aboveDue.code, facts: facts)) }
    if found < due { return Valuation(due: due, remark: .init(rule: Self.belowDue.code, facts: facts)) }
    return Valuation(due: due)
  }

  /// A total is paid in parts at moments that the parties agree on, so a part below what remains is no news.
  private func compareTotal(_ claim: Claim) -> Valuation {
    let total = claim.terms.row.price
    let due = max(.zero, total - claim.approvedBefore)
    let found = claim.line.amount.size
    guard found > due else { return Valuation(due: due) }
    let facts: Facts = [
      "total": .amount(total), "approved": .amount(claim.approvedBefore), "due": .amount(due), "found": .amount(found),
    ]
    return Valuation(due: due, remark: .init(rule: Self.aboveTotal.code, facts: facts))
  }
}
