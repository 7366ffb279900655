public import SaldoDomain

/// Volume times price (p×q), for effort: minutes, hours, full days, dayparts and pieces.
///
/// Minutes on an hourly price: hourly price × minutes ÷ 60, rounded once. What is due equals what the rules TR346 and
/// TR418 ask of the line; a difference would mean that the line was approved on other terms and is refused with the
/// code that is true of it.
///
/// Source: Documentation/Funding.md; iStandaarden 3.2, TR346, IV081.
public struct UnitPrice: FundingModel {
  /// The finding that this model gives.
  public static let metadata = [differs]

  static let differs = RuleMetadata(
    "unit-price", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9346"), answerClass: .line,
    needs: .region,
    title: Bilingual(
      nl: "Het bedrag is het volume maal de contractprijs.", en: "The amount is the volume times the contract price."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, maar volgens het contract is {expected} verschuldigd.",
      en: "Claimed is {found}, but under the contract {expected} is due."),
    hint: Bilingual(
      nl: "Reken het bedrag opnieuw uit met de contractprijs van deze periode.",
      en: "Work the amount out again with the contract price of this period."),
    facts: ["expected", "found"], source: "Saldo, funding model unit-price")

  /// The model has no settings.
  public init() {}

  /// What a delivered volume is worth at the contract price, and whether the claimed amount is that.
  public func value(_ claim: Claim) -> Valuation {
    let due = UnitPrice.amount(of: claim)
    let found = claim.line.amount.size
    guard due != found else { return Valuation(due: due) }
    return Valuation(
      due: due, remark: .init(rule: Self.differs.code, facts: ["expected": .amount(due), "found": .amount(found)]))
  }

  /// Volume × price, or hourly price × minutes ÷ 60 rounded once.
  static func amount(of claim: Claim) -> Euros {
    if let hourly = claim.terms.hourlyPrice(for: claim.line.unit) {
      return HourlyPrice(hourly).amount(forMinutes: claim.line.volume)
    }
    return claim.terms.price * claim.line.volume
  }
}
