import SaldoDomain

/// A start comes when its allocation has no current start: each earlier one was stopped, for a time or for good, or
/// removed.
///
/// The allocation alone counts, whatever the product: an aspecific allocation too has one start at a time (OP289).
/// Task-oriented care has no allocation and is not its business. Source: iStandaarden 3.2, TR326.
struct TR326AllocationHasNoCurrentStart: NoticeRule {
  static let metadata = RuleMetadata(
    "TR326", level: .history, kinds: [.start], returnCode: ReturnCode(rawValue: "9326"),
    answerClass: .startedProduct, needs: .history,
    title: Bilingual(
      nl: "Een toewijzing heeft hoogstens één lopende start.",
      en: "An allocation has one current start at most."),
    sentence: Bilingual(
      nl: "Toewijzing {allocation} heeft nog een lopende start van {found}.",
      en: "Allocation {allocation} still has a current start of {found}."),
    hint: Bilingual(
      nl: "Meld eerst de stop van de lopende levering.",
      en: "Report the stop of the current delivery first."),
    facts: ["allocation", "found"], source: "iStandaarden 3.2, TR326")

  func verdict(on subject: NoticeSubject, in context: RuleContext) -> Verdict {
    guard let number = subject.notice.start.allocation else { return .notApplicable }
    guard let current = subject.deliveries.currentStart(on: number) else { return .pass }
    return .fail(["allocation": .code(number.description), "found": .date(current.begin)])
  }
}
