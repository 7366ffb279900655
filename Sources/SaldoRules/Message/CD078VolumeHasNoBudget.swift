import SaldoDomain

/// A product with a volume has no budget. CD077 tells the same of the volume, so that both fail together.
///
/// Source: iStandaarden 3.2, CD078.
struct CD078VolumeHasNoBudget: CareTermsRule {
  static let metadata = RuleMetadata(
    form: "CD078", kinds: [.allocation, .allocationRequest, .changeRequest],
    title: Bilingual(
      nl: "Een product met een omvang heeft geen budget.",
      en: "A product with a volume has no budget."),
    sentence: Bilingual(
      nl: "Het product heeft een omvang én een budget; verwacht is geen budget.",
      en: "The product has a volume and a budget; no budget is expected."),
    hint: Bilingual(
      nl: "Haal het budget weg bij het product met een omvang, of haal de omvang weg.",
      en: "Take the budget out of the product with a volume, or take the volume out."),
    facts: [])

  static func element(of terms: CareTerms) -> String { "Budget" }

  func verdict(on terms: CareTerms) -> Verdict {
    terms.volume != nil && terms.budget != nil ? .fail([:]) : .pass
  }
}
