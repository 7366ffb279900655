import SaldoDomain

/// A start or stop is a first delivery (1) or a removal (3). The schema also lists 2 and 9.
///
/// Source: iStandaarden 3.2, CS058.
struct CS058StatusIsFirstOrRemoval: FormRule {
  static let metadata = RuleMetadata(
    form: "CS058", kinds: [.start, .stop],
    title: Bilingual(
      nl: "De status van een start of stop is 1 (eerste) of 3 (verwijderen).",
      en: "The status of a start or stop is 1 (first) or 3 (removal)."),
    sentence: Bilingual(
      nl: "De status aanlevering is {found}; verwacht is 1 of 3.",
      en: "The delivery status is {found}; 1 or 3 is expected."),
    hint: Bilingual(
      nl: "Gebruik status 1 voor een nieuwe melding en 3 om een eerdere te verwijderen.",
      en: "Use status 1 for a new report and 3 to remove an earlier one."),
    facts: ["found"])

  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    switch message {
    case .start(let start):
      for (position, product) in start.products.enumerated() {
        judge(product.status) { report(StartMessage.place(ofProduct: position, product).place(of: Self.element), $0) }
      }
    case .stop(let stop):
      for (position, product) in stop.products.enumerated() {
        judge(product.start.status) {
          report(StopMessage.place(ofProduct: position, product).place(of: Self.element), $0)
        }
      }
    default: break
    }
  }

  private func judge(_ status: DeliveryStatus, report: (Facts) -> Void) {
    if status != .first && status != .removal { report(["found": .code(status.rawValue)]) }
  }

  private static let element = "StatusAanlevering"
}
