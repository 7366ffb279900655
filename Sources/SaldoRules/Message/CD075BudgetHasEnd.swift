import SaldoDomain

/// A product with a budget has an end date.
///
/// Source: iStandaarden 3.2, CD075, whose note puts it above the tables of the handbook.
struct CD075BudgetHasEnd: CareTermsRule {
  static let metadata = RuleMetadata(
    form: "CD075", kinds: [.allocation, .allocationRequest, .changeRequest],
    title: Bilingual(
      nl: "Een product met een budget heeft een einddatum.",
      en: "A product with a budget has an end date."),
    sentence: Bilingual(
      nl: "Het product heeft een budget maar geen einddatum; verwacht is een einddatum.",
      en: "The product has a budget but no end date; an end date is expected."),
    hint: Bilingual(
      nl: "Vul een einddatum in bij het product met een budget.",
      en: "Fill in an end date for the product with a budget."),
    facts: [])

  static func element(of terms: CareTerms) -> String { terms.endElement }

  func verdict(on terms: CareTerms) -> Verdict {
    terms.budget != nil && terms.validity.end == nil ? .fail([:]) : .pass
  }
}
