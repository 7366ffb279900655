import SaldoDomain

/// A period ends on its first day or later: that of a contact, and that of a product that is allocated or asked for.
///
/// Source: iStandaarden 3.2, CS003. Declared periods are told by TR137, stops by TR018.
struct CS003PeriodEndsOnOrAfterItsBegin: FormRule {
  static let metadata = RuleMetadata(
    form: "CS003", kinds: [.allocation, .allocationRequest, .changeRequest],
    title: Bilingual(
      nl: "Een periode eindigt niet vóór haar begin.",
      en: "A period does not end before it begins."),
    sentence: Bilingual(
      nl: "De einddatum is {found}; verwacht is de begindatum {begin} of later.",
      en: "The end date is {found}; the begin date {begin} or later is expected."),
    hint: Bilingual(
      nl: "Verbeter de begin- of de einddatum van de periode.",
      en: "Correct the begin date or the end date of the period."),
    facts: ["found", "begin"])

  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    if case .allocation(let allocation) = message {
      for placed in allocation.contacts {
        judge(placed.contact.period?.begin, placed.contact.period?.end) {
          report(placed.place.place(of: "Periode/Einddatum"), $0)
        }
      }
    }
    for terms in message.careTerms {
      judge(terms.validity.begin, terms.validity.end) { report(terms.place.place(of: terms.endElement), $0) }
    }
  }

  private func judge(_ begin: CalendarDate?, _ end: CalendarDate?, report: (Facts) -> Void) {
    if let begin, let end, end < begin { report(["found": .date(end), "begin": .date(begin)]) }
  }
}
