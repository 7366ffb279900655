import SaldoDomain

/// A doctor or institution (referrer 02 up to and including 05) with an AGB code has no name. The name is not shown.
///
/// Source: iStandaarden 3.2, CD066.
struct CD066ReferrerWithCodeHasNoName: RequestedProductRule {
  static let metadata = RuleMetadata(
    form: "CD066", kinds: [.allocationRequest],
    title: Bilingual(
      nl: "Een arts of instelling als verwijzer (02–05) met een zorgverlenercode heeft geen naam.",
      en: "A doctor or institution as referrer (02–05) with a provider code has no name."),
    sentence: Bilingual(
      nl: "Verwijzer van type {type} heeft een zorgverlenercode én een naam; verwacht is geen naam.",
      en: "A referrer of type {type} has a provider code and a name; no name is expected."),
    hint: Bilingual(
      nl: "Haal de naam van de verwijzer weg; de AGB-code zegt genoeg.",
      en: "Take the name of the referrer out; the provider code is enough."),
    facts: ["type"])

  static let element = "Verwijzer/Naam"

  func verdict(on product: RequestedProduct) -> Verdict {
    guard product.referrer.isProfessional, product.referrer.code != nil else { return .notApplicable }
    return product.referrer.name == nil ? .pass : .fail(["type": .code(product.referrer.kind)])
  }
}
