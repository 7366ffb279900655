import SaldoDomain

/// A doctor or institution (referrer 02 up to and including 05) without an AGB code has a name.
///
/// Source: iStandaarden 3.2, CD067.
struct CD067ReferrerWithoutCodeHasName: RequestedProductRule {
  static let metadata = RuleMetadata(
    form: "CD067", kinds: [.allocationRequest],
    title: Bilingual(
      nl: "Een arts of instelling als verwijzer (02–05) zonder zorgverlenercode heeft een naam.",
      en: "A doctor or institution as referrer (02–05) without a provider code has a name."),
    sentence: Bilingual(
      nl: "Verwijzer van type {type} heeft geen zorgverlenercode en geen naam; verwacht is een naam.",
      en: "A referrer of type {type} has no provider code and no name; a name is expected."),
    hint: Bilingual(
      nl: "Vul de AGB-code van de verwijzer in, of zijn naam als hij geen code heeft.",
      en: "Fill in the provider code of the referrer, or the name when there is no code."),
    facts: ["type"])

  static let element = "Verwijzer/Naam"

  func verdict(on product: RequestedProduct) -> Verdict {
    guard product.referrer.isProfessional, product.referrer.code == nil else { return .notApplicable }
    return product.referrer.name != nil ? .pass : .fail(["type": .code(product.referrer.kind)])
  }
}
