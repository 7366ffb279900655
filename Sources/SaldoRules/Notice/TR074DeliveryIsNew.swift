import SaldoDomain

/// The logical key of a start or stop is new, unless the earlier delivery was removed.
///
/// The reason of a stop is part of its key since release 3.2.
/// Source: iStandaarden 3.2, TR074.
struct TR074DeliveryIsNew: NoticeRule {
  static let metadata = RuleMetadata(
    "TR074", level: .history, kinds: [.start, .stop], returnCode: ReturnCode(rawValue: "9074"),
    answerClass: .startedProduct, or: [.stoppedProduct], needs: .history,
    title: Bilingual(
      nl: "Een start of stop is niet al eerder aangeleverd.",
      en: "A start or stop was not delivered before."),
    sentence: Bilingual(
      nl: "Een aanlevering met deze sleutel en begindatum {begin} is al ontvangen.",
      en: "A delivery with this key and first day {begin} was received already."),
    hint: Bilingual(
      nl: "Stuur deze melding niet nog eens; verwijder haar eerst als zij moet veranderen.",
      en: "Do not send this report again; remove it first when it must change."),
    facts: ["begin"], source: "iStandaarden 3.2, TR074")

  func verdict(on subject: NoticeSubject, in context: RuleContext) -> Verdict {
    let notice = subject.notice
    return subject.deliveries.holds(notice, in: subject.header.standard.release)
      ? .fail(["begin": .date(notice.start.begin)]) : .pass
  }
}
