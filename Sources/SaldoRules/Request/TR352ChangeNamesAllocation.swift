import SaldoDomain

/// A request for a change names an allocation that stays as it is, or one that should change.
///
/// Source: iStandaarden 3.2, TR352.
struct TR352ChangeNamesAllocation: ChangeRequestRule {
  static let metadata = RuleMetadata(
    form: "TR352", kinds: [.changeRequest],
    title: Bilingual(
      nl: "Een verzoek om wijziging noemt minstens één ongewijzigd of te wijzigen product.",
      en: "A request for a change names at least one product that stays or changes."),
    sentence: Bilingual(
      nl: "Het verzoek noemt geen ongewijzigd en geen te wijzigen product; verwacht is minstens één van beide.",
      en: "The request names no product that stays and none that changes; at least one of the two is expected."),
    hint: Bilingual(
      nl: "Noem de toewijzingen die gelijk blijven of veranderen.",
      en: "Name the allocations that stay or change."),
    facts: [])

  func judge(_ message: ChangeRequestMessage, report: (Finding.Place, Facts) -> Void) {
    if message.unchanged.isEmpty && message.changed.isEmpty { report(message.requestPlace.place, [:]) }
  }
}
