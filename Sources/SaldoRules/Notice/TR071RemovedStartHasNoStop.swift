import SaldoDomain

/// A start is not removed while a stop for it stands; a stop that was removed itself no longer counts.
///
/// Source: iStandaarden 3.2, TR071.
struct TR071RemovedStartHasNoStop: NoticeRule {
  static let metadata = RuleMetadata(
    "TR071", level: .history, kinds: [.start], returnCode: ReturnCode(rawValue: "9071"),
    answerClass: .startedProduct, needs: .history,
    title: Bilingual(
      nl: "Een start met een stop wordt niet verwijderd.",
      en: "A start that has a stop is not removed."),
    sentence: Bilingual(
      nl: "De start van {begin} heeft een stop tot en met {end}; verwijder eerst de stop.",
      en: "The start of {begin} has a stop up to and including {end}; remove the stop first."),
    hint: Bilingual(
      nl: "Verwijder eerst de stop van deze levering en daarna de start.",
      en: "Remove the stop of this delivery first, then the start."),
    facts: ["begin", "end"], source: "iStandaarden 3.2, TR071")
  static let judgesRemovals = true

  func verdict(on subject: NoticeSubject, in context: RuleContext) -> Verdict {
    let key = StartKey(subject.notice.start)
    guard let stop = subject.deliveries.stops.last(where: { $0.start == key }) else { return .pass }
    return .fail(["begin": .date(key.begin), "end": .date(stop.end)])
  }
}
