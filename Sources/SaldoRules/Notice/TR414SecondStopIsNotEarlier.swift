import SaldoDomain

/// A next stop of a delivery ends on or after the last day of the stop that stands.
///
/// Source: iStandaarden 3.2, TR414; new in release 3.2.
struct TR414SecondStopIsNotEarlier: NoticeRule {
  static let metadata = RuleMetadata(
    "TR414", level: .history, kinds: [.stop], since: .v3_2, returnCode: ReturnCode(rawValue: "9414"),
    answerClass: .stoppedProduct, needs: .history,
    title: Bilingual(
      nl: "Een volgende stop eindigt niet eerder dan de vorige.",
      en: "A next stop does not end before the one before it."),
    sentence: Bilingual(
      nl: "De laatste dag is {found}; de vorige stop eindigt op {expected}.",
      en: "The last day is {found}; the stop before it ends on {expected}."),
    hint: Bilingual(
      nl: "Meld een einddatum die niet voor die van de vorige stop ligt, of verwijder de vorige stop.",
      en: "Report a last day that is not before that of the last stop, or remove the last stop."),
    facts: ["found", "expected"], source: "iStandaarden 3.2, TR414")

  func verdict(on subject: NoticeSubject, in context: RuleContext) -> Verdict {
    guard case .stop(let stop) = subject.notice else { return .notApplicable }
    guard let current = subject.deliveries.stops(of: stop.start).last, stop.end < current.end else { return .pass }
    return .fail(["found": .date(stop.end), "expected": .date(current.end)])
  }
}
