import SaldoDomain

/// The declaration period and each product period end on or after their begin and on the message date at the latest.
///
/// A month can be declared from its last day on. A period that breaks both bounds gets two findings. Source:
/// iStandaarden 3.2, TR137. The message date is that of the header, unlike in TR335.
struct TR137PeriodsEndByTheMessageDate: FormRule {
  static let metadata = RuleMetadata(
    form: "TR137", kinds: [.declaration, .declarationAnswer],
    title: Bilingual(
      nl: "Een periode eindigt niet vóór haar begin en uiterlijk op de berichtdatum.",
      en: "A period does not end before it begins, and ends on the message date at the latest."),
    sentence: Bilingual(
      nl: "De periode eindigt op {found}, {problem} {bound}.",
      en: "The period ends on {found}, {problem} {bound}."),
    hint: Bilingual(
      nl: "Verbeter de periode, of declareer haar pas als zij voorbij is.",
      en: "Correct the period, or declare it only when it is over."),
    facts: ["found", "problem", "bound"])

  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    let latest = message.header.date
    if case .declaration(let declaration) = message {
      judge(declaration.period, latest) { report(declaration.place(of: .periodEnd), $0) }
    }
    message.forEachLine({ $0.period }) { period, place in
      judge(period, latest) { report(place(.periodEnd), $0) }
    }
  }

  private func judge(_ period: Period, _ latest: CalendarDate, report: (Facts) -> Void) {
    if period.end < period.begin { report(facts(period.end, Self.beforeBegin, period.begin)) }
    if period.end > latest { report(facts(period.end, Self.afterMessageDate, latest)) }
  }

  private func facts(_ end: CalendarDate, _ problem: Bilingual, _ bound: CalendarDate) -> Facts {
    ["found": .date(end), "problem": .phrase(problem), "bound": .date(bound)]
  }

  private static let beforeBegin = Bilingual(nl: "vóór haar begindatum", en: "before its begin date")
  private static let afterMessageDate = Bilingual(nl: "na de berichtdatum", en: "after the message date")
}
