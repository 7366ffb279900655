import SaldoDomain

/// A product with a code has a volume.
///
/// Source: iStandaarden 3.2, CD041.
struct CD041CodedProductHasVolume: CareTermsRule {
  static let metadata = RuleMetadata(
    form: "CD041", kinds: [.allocation, .allocationRequest, .changeRequest],
    title: Bilingual(
      nl: "Een product met een code heeft een omvang.",
      en: "A product with a code has a volume."),
    sentence: Bilingual(
      nl: "Het product heeft een code maar geen omvang; verwacht is een omvang.",
      en: "The product has a code but no volume; a volume is expected."),
    hint: Bilingual(
      nl: "Vul bij de productcode een omvang in: volume, eenheid en frequentie.",
      en: "Fill in a volume with the product code: how much, unit and frequency."),
    facts: [])

  static func element(of terms: CareTerms) -> String { "Omvang" }

  func verdict(on terms: CareTerms) -> Verdict {
    terms.code != nil && terms.volume == nil ? .fail([:]) : .pass
  }
}
