import SaldoDomain

/// A start or stop refers to an allocation that is known for its client and provider.
///
/// As with TR338, an allocation of another client, provider or municipality is not known. Task-oriented care has no
/// allocation and is not its business (IV096). Source: iStandaarden 3.2, TR019.
struct TR019NoticeNamesAKnownAllocation: NoticeRule {
  static let metadata = RuleMetadata(
    "TR019", level: .history, kinds: [.start, .stop], returnCode: ReturnCode(rawValue: "9019"),
    answerClass: .startedProduct, or: [.stoppedProduct], needs: .history,
    title: Bilingual(
      nl: "Een start of stop noemt een toewijzing van deze cliënt aan deze aanbieder.",
      en: "A start or stop names an allocation of this client to this provider."),
    sentence: Bilingual(
      nl: "Toewijzing {allocation} is niet bekend voor deze cliënt en deze aanbieder.",
      en: "Allocation {allocation} is not known for this client and this provider."),
    hint: Bilingual(
      nl: "Controleer het toewijzingsnummer, of vraag de gemeente om de toewijzing te sturen.",
      en: "Check the allocation number, or ask the municipality to send the allocation."),
    facts: ["allocation"], source: "iStandaarden 3.2, TR019")

  func verdict(on subject: NoticeSubject, in context: RuleContext) -> Verdict {
    guard let number = subject.notice.start.allocation else { return .notApplicable }
    let named = ClientAllocation(number, of: subject.bsn)
    if context.known?.allocation(named, with: subject.header.provider) != nil { return .pass }
    return .fail(["allocation": .code(number.description)])
  }
}
