import SaldoDomain

/// Each product of a request for an allocation has a reference of its own. TR101 tells the same of a 315, so that
/// both fail together.
///
/// Source: iStandaarden 3.2, TR383.
struct TR383ReferenceOccursOnce: FormRule {
  static let metadata = RuleMetadata(
    form: "TR383", kinds: [.allocationRequest],
    title: Bilingual(
      nl: "Elk aangevraagd product heeft een eigen referentie.",
      en: "Each requested product has a reference of its own."),
    sentence: Bilingual(
      nl: "Aangevraagd product {first} heeft deze referentie al; verwacht is een eigen referentie.",
      en: "Requested product {first} has this reference already; a reference of its own is expected."),
    hint: Bilingual(
      nl: "Geef elk aangevraagd product een eigen referentie.",
      en: "Give each requested product a reference of its own."),
    facts: ["first"])

  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    guard case .allocationRequest(let request) = message else { return }
    forEachRepeat(in: request.products.map(\.providerReference)) { position, first in
      let place = AllocationRequestMessage.place(ofProduct: position, request.products[position])
      report(place.place(of: "ReferentieAanbieder"), ["first": .number(Int64(first + 1))])
    }
  }
}
