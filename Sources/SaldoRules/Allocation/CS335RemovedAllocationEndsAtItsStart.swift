import SaldoDomain

/// An allocation that is removed (reason 13) ends on its first day. The reference style sheet is silent without an
/// end date; here that fails.
///
/// Source: iStandaarden 3.2, CS335 and its note.
struct CS335RemovedAllocationEndsAtItsStart: AllocationFormRule {
  static let metadata = RuleMetadata(
    form: "CS335", kinds: [.allocation], since: .v3_1,
    title: Bilingual(
      nl: "Een verwijderde toewijzing (reden 13) eindigt op haar ingangsdatum.",
      en: "A removed allocation (reason 13) ends on its first day."),
    sentence: Bilingual(
      nl: "De verwijderde toewijzing heeft einddatum {found}; verwacht is de ingangsdatum {expected}.",
      en: "The removed allocation has end date {found}; its first day {expected} is expected."),
    hint: Bilingual(
      nl: "Geef de verwijderde toewijzing haar eerste dag als einddatum.",
      en: "Give the removed allocation its first day as its end date."),
    facts: ["found", "expected"])

  func judge(_ message: AllocationMessage, report: (Finding.Place, Facts) -> Void) {
    for (position, product) in message.products.enumerated() where product.changeReason == .removed {
      guard product.validity.end != product.validity.begin else { continue }
      report(
        AllocationMessage.place(ofProduct: position, product).place(of: "RedenWijziging"),
        [
          "found": product.validity.end.map { .date($0) } ?? .phrase(Self.noEnd),
          "expected": .date(product.validity.begin),
        ])
    }
  }

  private static let noEnd = Bilingual(nl: "geen", en: "none")
}
