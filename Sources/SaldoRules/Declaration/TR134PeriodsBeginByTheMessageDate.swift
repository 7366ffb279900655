import SaldoDomain

/// The declaration period and each product period begin on the message date at the latest.
///
/// Source: iStandaarden 3.2, TR134. The message date is that of the header.
struct TR134PeriodsBeginByTheMessageDate: DeclarationFormRule {
  static let metadata = RuleMetadata(
    "TR134", level: .message, kinds: [.declaration], returnCode: .technicallyRejected, answerClass: .header,
    title: Bilingual(
      nl: "De declaratieperiode en de productperioden beginnen uiterlijk op de berichtdatum.",
      en: "The declaration period and the product periods begin on the message date at the latest."),
    sentence: Bilingual(
      nl: "De periode begint op {found}, na de berichtdatum {messageDate}.",
      en: "The period begins on {found}, after the message date {messageDate}."),
    facts: ["found", "messageDate"], source: "iStandaarden 3.2, TR134")
  func judge(_ message: DeclarationMessage, report: (Finding.Place, Facts) -> Void) {
    let latest = message.header.date
    if message.period.begin > latest {
      report(message.place(of: .periodBegin), facts(message.period.begin, latest))
    }
    for (position, line) in message.lines.enumerated() where line.period.begin > latest {
      report(message.place(of: .periodBegin, line: position), facts(line.period.begin, latest))
    }
  }

  private func facts(_ begin: CalendarDate, _ latest: CalendarDate) -> Facts {
    ["found": .date(begin), "messageDate": .date(latest)]
  }
}
