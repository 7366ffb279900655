import SaldoDomain

/// A referrer that is no doctor or institution (not 02 up to and including 05) has no AGB code.
///
/// Source: iStandaarden 3.2, CD068.
struct CD068OtherReferrerHasNoCode: RequestedProductRule {
  static let metadata = RuleMetadata(
    form: "CD068", kinds: [.allocationRequest],
    title: Bilingual(
      nl: "Een verwijzer die geen arts of instelling is (niet 02–05), heeft geen zorgverlenercode.",
      en: "A referrer that is no doctor or institution (not 02–05) has no provider code."),
    sentence: Bilingual(
      nl: "Verwijzer van type {type} heeft een zorgverlenercode; verwacht is geen zorgverlenercode.",
      en: "A referrer of type {type} has a provider code; no provider code is expected."),
    hint: Bilingual(
      nl: "Haal de AGB-code weg, of kies verwijzer 02, 03, 04 of 05 als het een arts of instelling is.",
      en: "Take the provider code out, or choose referrer 02, 03, 04 or 05 when it is a doctor or institution."),
    facts: ["type"])

  static let element = "Verwijzer/ZorgverlenerCode"

  func verdict(on product: RequestedProduct) -> Verdict {
    guard !product.referrer.isProfessional else { return .notApplicable }
    return product.referrer.code == nil ? .pass : .fail(["type": .code(product.referrer.kind)])
  }
}
