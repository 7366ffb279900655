import SaldoDomain

/// An allocation does not use the reason of change 01, which lapsed in release 3.1.
///
/// Source: iStandaarden 3.2, CS336.
struct CS336ReasonHasNotLapsed: AllocationFormRule {
  static let metadata = RuleMetadata(
    form: "CS336", kinds: [.allocation], since: .v3_1,
    title: Bilingual(
      nl: "De vervallen reden wijziging 01 wordt niet gebruikt.",
      en: "The lapsed reason of change 01 is not used."),
    sentence: Bilingual(
      nl: "De reden wijziging is 01, vervallen sinds release 3.1; verwacht is een andere reden.",
      en: "The reason of change is 01, lapsed since release 3.1; another reason is expected."),
    hint: Bilingual(
      nl: "Kies een reden van wijziging die nog geldt; voor verwijderen is dat 13.",
      en: "Choose a reason of change that still holds; to remove it is 13."),
    facts: [])

  func judge(_ message: AllocationMessage, report: (Finding.Place, Facts) -> Void) {
    for (position, product) in message.products.enumerated()
    where product.changeReason == .administrativeCorrection {
      report(AllocationMessage.place(ofProduct: position, product).place(of: "RedenWijziging"), [:])
    }
  }
}
