import SaldoDomain

/// A new product begins after the date of the message.
///
/// Source: iStandaarden 3.2, TR380.
struct TR380NewProductBeginsAfterMessage: ChangeRequestRule {
  static let metadata = RuleMetadata(
    form: "TR380", kinds: [.changeRequest],
    title: Bilingual(
      nl: "Een nieuw product begint na de berichtdatum.",
      en: "A new product begins after the message date."),
    sentence: Bilingual(
      nl: "De gewenste ingangsdatum is {found}; verwacht is een dag na de berichtdatum {messageDate}.",
      en: "The wished first day is {found}; a day after the message date {messageDate} is expected."),
    hint: Bilingual(
      nl: "Kies een gewenste ingangsdatum na de datum van het bericht.",
      en: "Choose a wished first day after the date of the message."),
    facts: ["found", "messageDate"])

  func judge(_ message: ChangeRequestMessage, report: (Finding.Place, Facts) -> Void) {
    for (position, product) in message.new.enumerated() where product.validity.begin <= message.header.date {
      report(
        ChangeRequestMessage.place(ofNew: position, product).place(of: "GewensteIngangsdatum"),
        ["found": .date(product.validity.begin), "messageDate": .date(message.header.date)])
    }
  }
}
