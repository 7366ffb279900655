import SaldoDomain

/// A product with a budget has no volume. CD078 tells the same of the budget, so that both fail together.
///
/// Source: iStandaarden 3.2, CD077.
struct CD077BudgetHasNoVolume: CareTermsRule {
  static let metadata = RuleMetadata(
    form: "CD077", kinds: [.allocation, .allocationRequest, .changeRequest],
    title: Bilingual(
      nl: "Een product met een budget heeft geen omvang.",
      en: "A product with a budget has no volume."),
    sentence: Bilingual(
      nl: "Het product heeft een budget én een omvang; verwacht is geen omvang.",
      en: "The product has a budget and a volume; no volume is expected."),
    hint: Bilingual(
      nl: "Haal de omvang weg bij het product met een budget, of haal het budget weg.",
      en: "Take the volume out of the product with a budget, or take the budget out."),
    facts: [])

  static func element(of terms: CareTerms) -> String { "Omvang" }

  func verdict(on terms: CareTerms) -> Verdict {
    terms.budget != nil && terms.volume != nil ? .fail([:]) : .pass
  }
}
