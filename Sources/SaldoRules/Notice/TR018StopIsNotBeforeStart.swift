import SaldoDomain

/// A stop is on the day of the start or later.
///
/// Source: iStandaarden 3.2, TR018.
struct TR018StopIsNotBeforeStart: FormRule {
  static let metadata = RuleMetadata(
    form: "TR018", kinds: [.stop],
    title: Bilingual(
      nl: "Een stop ligt niet vóór de begindatum.",
      en: "A stop is not before the begin date."),
    sentence: Bilingual(
      nl: "De einddatum is {found}; verwacht is de begindatum {begin} of later.",
      en: "The end date is {found}; the begin date {begin} or later is expected."),
    hint: Bilingual(
      nl: "Verbeter de einddatum van de stop, of de begindatum die hij herhaalt.",
      en: "Correct the end date of the stop, or the begin date that it repeats."),
    facts: ["found", "begin"])

  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    guard case .stop(let stop) = message else { return }
    for (position, product) in stop.products.enumerated() where product.end < product.start.begin {
      report(
        StopMessage.place(ofProduct: position, product).place(of: "Einddatum"),
        ["found": .date(product.end), "begin": .date(product.start.begin)])
    }
  }
}
