import SaldoDomain

/// A removal (status 3) names an earlier delivery with the same logical key that was not removed since.
///
/// The key of a start is allocation, product and first day; that of a stop also last day and, since release 3.2, reason.
/// Source: iStandaarden 3.2, TR063.
struct TR063RemovedDeliveryWasSent: NoticeRule {
  static let metadata = RuleMetadata(
    "TR063", level: .history, kinds: [.start, .stop], returnCode: ReturnCode(rawValue: "9063"),
    answerClass: .startedProduct, or: [.stoppedProduct], needs: .history,
    title: Bilingual(
      nl: "Verwijderen kan alleen wat eerder is aangeleverd en nog niet is verwijderd.",
      en: "Only what was delivered before and not removed since can be removed."),
    sentence: Bilingual(
      nl: "Er is geen eerdere aanlevering met deze sleutel en begindatum {begin} om te verwijderen.",
      en: "There is no earlier delivery with this key and first day {begin} to remove."),
    hint: Bilingual(
      nl: "Controleer de sleutel van de melding die weg moet; wat nooit is gemeld, hoeft niet te worden verwijderd.",
      en: "Check the key of the report to remove; what was never reported needs no removal."),
    facts: ["begin"], source: "iStandaarden 3.2, TR063")
  static let judgesRemovals = true

  func verdict(on subject: NoticeSubject, in context: RuleContext) -> Verdict {
    let notice = subject.notice
    return subject.deliveries.holds(notice, in: subject.header.standard.release)
      ? .pass : .fail(["begin": .date(notice.start.begin)])
  }
}
