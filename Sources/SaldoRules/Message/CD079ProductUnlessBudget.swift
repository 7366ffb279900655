import SaldoDomain

/// What has no budget names a product. A `TeWijzigenProduct` names an allocation, not a product, and is not its
/// business.
///
/// Source: iStandaarden 3.2, CD079.
struct CD079ProductUnlessBudget: CareTermsRule {
  static let metadata = RuleMetadata(
    form: "CD079", kinds: [.allocation, .allocationRequest, .changeRequest],
    title: Bilingual(
      nl: "Zonder budget is een product vermeld.",
      en: "Without a budget a product is named."),
    sentence: Bilingual(
      nl: "Er staat geen product en geen budget; verwacht is een van beide.",
      en: "There is no product and no budget; one of the two is expected."),
    hint: Bilingual(
      nl: "Vul het product in, of een budget als er geen product is.",
      en: "Fill in the product, or a budget when there is no product."),
    facts: [])

  static func element(of terms: CareTerms) -> String { "Product" }

  func verdict(on terms: CareTerms) -> Verdict {
    guard terms.namesProduct else { return .notApplicable }
    return terms.budget == nil && terms.category == nil ? .fail([:]) : .pass
  }
}
