import SaldoDomain

/// After a temporary stop of a delivery, the next stop of it is final (reason other than 20).
///
/// A delivery is one client, allocation and first day. Source: iStandaarden 3.2, TR413; new in release 3.2.
struct TR413SecondStopIsFinal: NoticeRule {
  static let metadata = RuleMetadata(
    "TR413", level: .history, kinds: [.stop], since: .v3_2, returnCode: ReturnCode(rawValue: "9413"),
    answerClass: .stoppedProduct, needs: .history,
    title: Bilingual(
      nl: "Na een tijdelijke stop volgt geen tweede tijdelijke stop zonder nieuwe start.",
      en: "A temporary stop is not followed by another one without a new start."),
    sentence: Bilingual(
      nl: "De levering vanaf {begin} is al tijdelijk gestopt per {found}; verwacht is een definitieve stop.",
      en: "Delivery from {begin} was stopped for a time already on {found}; a final stop is expected."),
    hint: Bilingual(
      nl: "Meld een definitieve stop, of eerst een nieuwe start.",
      en: "Report a final stop, or a new start first."),
    facts: ["begin", "found"], source: "iStandaarden 3.2, TR413")

  func verdict(on subject: NoticeSubject, in context: RuleContext) -> Verdict {
    guard case .stop(let stop) = subject.notice else { return .notApplicable }
    guard let earlier = subject.deliveries.stops(of: stop.start).last(where: { $0.reason == .temporary }),
      stop.reason == .temporary
    else { return .pass }
    return .fail(["begin": .date(stop.start.begin), "found": .date(earlier.end)])
  }
}
