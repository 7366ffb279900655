import SaldoDomain

/// A request for a change asks to change an allocation, or for a new product.
///
/// Source: iStandaarden 3.2, TR353.
struct TR353ChangeAsksForSomething: ChangeRequestRule {
  static let metadata = RuleMetadata(
    form: "TR353", kinds: [.changeRequest],
    title: Bilingual(
      nl: "Een verzoek om wijziging vraagt minstens één gewijzigd of nieuw product.",
      en: "A request for a change asks for at least one changed or new product."),
    sentence: Bilingual(
      nl: "Het verzoek noemt geen te wijzigen en geen nieuw product; verwacht is minstens één van beide.",
      en: "The request names no product that changes and no new one; at least one of the two is expected."),
    hint: Bilingual(
      nl: "Voeg het product toe dat moet veranderen of erbij moet komen.",
      en: "Add the product that should change or be added."),
    facts: [])

  func judge(_ message: ChangeRequestMessage, report: (Finding.Place, Facts) -> Void) {
    if message.changed.isEmpty && message.new.isEmpty { report(message.requestPlace.place, [:]) }
  }
}
