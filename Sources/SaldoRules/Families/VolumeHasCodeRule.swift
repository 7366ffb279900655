import SaldoDomain

/// The rule that a volume goes with a product code, which has a code of its own in each message: CD080, CD095, CD096.
///
/// What ended by 31 December 2020 may still have a volume by category.
protocol VolumeHasCodeRule: CareTermsRule {}

extension VolumeHasCodeRule {
  /// What the rule is in one kind of message.
  static func volumeHasCode(_ code: RuleCode, _ kind: MessageKind) -> RuleMetadata {
    RuleMetadata(
      form: code, kinds: [kind],
      title: Bilingual(
        nl: "Een product met een categorie zonder code heeft geen omvang.",
        en: "A product with a category and no code has no volume."),
      sentence: Bilingual(
        nl: "Het product heeft categorie {category} zonder code, maar wel een omvang; verwacht is geen omvang.",
        en: "The product has category {category} and no code, but a volume; no volume is expected."),
      hint: Bilingual(
        nl: "Vul ook de productcode in, of haal de omvang weg.",
        en: "Fill in the product code as well, or take the volume out."),
      facts: ["category"])
  }

  /// The volume is what should not be there.
  static func element(of terms: CareTerms) -> String { "Omvang" }

  /// Judges one product; a generic one, without category, is not its business.
  func verdict(on terms: CareTerms) -> Verdict {
    guard terms.isCurrent, let category = terms.category, terms.code == nil else { return .notApplicable }
    return terms.volume == nil ? .pass : .fail(["category": .code(category.rawValue)])
  }
}
