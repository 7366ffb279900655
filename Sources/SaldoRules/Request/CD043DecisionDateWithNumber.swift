import SaldoDomain

/// A request has the first day of a decision when it has the number of one, and none otherwise.
///
/// Source: iStandaarden 3.2, CD043.
struct CD043DecisionDateWithNumber: RequestedProductRule {
  static let metadata = RuleMetadata(
    form: "CD043", kinds: [.allocationRequest],
    title: Bilingual(
      nl: "Een verzoek heeft een ingangsdatum van de beschikking als het een beschikkingnummer heeft, en anders niet.",
      en: "A request has the first day of a decision when it has a decision number, and none otherwise."),
    sentence: Bilingual(
      nl: "Gevonden is {found}; verwacht is {expected}.",
      en: "Found is {found}; {expected} is expected."),
    hint: Bilingual(
      nl: "Vul beschikkingnummer en ingangsdatum van de beschikking samen in, of laat ze beide weg.",
      en: "Fill in the number and the first day of the decision together, or leave both out."),
    facts: ["found", "expected"])

  static let element = "BeschikkingIngangsdatum"

  func verdict(on product: RequestedProduct) -> Verdict {
    switch (product.decisionNumber != nil, product.decisionBegin != nil) {
    case (true, true), (false, false): .pass
    case (true, false): .fail(["found": .phrase(Self.number.alone), "expected": .phrase(Self.number.expected)])
    case (false, true): .fail(["found": .phrase(Self.date.alone), "expected": .phrase(Self.date.expected)])
    }
  }

  private static let number = (
    alone: Bilingual(nl: "een beschikkingnummer zonder ingangsdatum", en: "a decision number without a first day"),
    expected: Bilingual(nl: "een ingangsdatum", en: "a first day")
  )
  private static let date = (
    alone: Bilingual(nl: "een ingangsdatum zonder beschikkingnummer", en: "a first day without a decision number"),
    expected: Bilingual(nl: "geen ingangsdatum", en: "no first day")
  )
}
