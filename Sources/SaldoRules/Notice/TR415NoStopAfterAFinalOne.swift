import SaldoDomain

/// After a final stop of a delivery (reason other than 20) no other stop of it follows; it can only be removed.
///
/// Source: iStandaarden 3.2, TR415; new in release 3.2.
struct TR415NoStopAfterAFinalOne: NoticeRule {
  static let metadata = RuleMetadata(
    "TR415", level: .history, kinds: [.stop], since: .v3_2, returnCode: ReturnCode(rawValue: "9415"),
    answerClass: .stoppedProduct, needs: .history,
    title: Bilingual(
      nl: "Na een definitieve stop volgt geen stop zonder nieuwe start.",
      en: "A final stop is not followed by another stop without a new start."),
    sentence: Bilingual(
      nl: "De levering vanaf {begin} is al definitief gestopt per {found}.",
      en: "Delivery from {begin} was stopped for good already on {found}."),
    hint: Bilingual(
      nl: "Verwijder de eerdere stop als hij onjuist is, of meld eerst een nieuwe start.",
      en: "Remove the earlier stop when it is wrong, or report a new start first."),
    facts: ["begin", "found"], source: "iStandaarden 3.2, TR415")

  func verdict(on subject: NoticeSubject, in context: RuleContext) -> Verdict {
    guard case .stop(let stop) = subject.notice else { return .notApplicable }
    guard let final = subject.deliveries.stops(of: stop.start).last(where: { $0.reason != .temporary })
    else { return .pass }
    return .fail(["begin": .date(stop.start.begin), "found": .date(final.end)])
  }
}
