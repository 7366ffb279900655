public import SaldoDomain

/// Care that is paid without declarations: a lump sum, availability or a subsidy (taakgericht).
///
/// A line on such a product is registered as information and counts as production: its amount is zero. Its tariff is that
/// of the contract, which is zero too, so any other amount breaks TR418 (0611) or, in euros, exceeds what is due (9321).
///
/// Source: Documentation/Funding.md.
public struct PaidWithoutDeclarations: FundingModel {
  /// The finding that this model gives.
  public static let metadata = [claimed]

  static let claimed = RuleMetadata(
    "lumpsum", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9321"), answerClass: .line,
    needs: .region,
    title: Bilingual(
      nl: "Zorg die zonder declaraties wordt betaald, heeft bedrag nul.",
      en: "Care that is paid without declarations has amount zero."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, maar deze zorg wordt zonder declaraties betaald: er is {due} verschuldigd.",
      en: "Claimed is {found}, but this care is paid without declarations: {due} is due."),
    hint: Bilingual(
      nl: "Dien de regel in met bedrag nul, of laat hem weg.", en: "Send the line with amount zero, or leave it out."),
    facts: ["due", "found"], source: "Saldo, funding models lumpsum, availability and subsidy")

  /// The model has no settings.
  public init() {}

  /// Nothing is due for a line.
  public func value(_ claim: Claim) -> Valuation {
    let found = claim.line.amount.size
    guard found != .zero else { return Valuation(due: .zero) }
    let facts: Facts = ["due": .amount(.zero), "found": .amount(found)]
    return Valuation(due: .zero, remark: .init(rule: Self.claimed.code, facts: facts))
  }
}
