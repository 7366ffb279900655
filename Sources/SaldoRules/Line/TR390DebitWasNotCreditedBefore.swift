import SaldoDomain

/// The debit line that a credit refers to has not been credited by an earlier message.
///
/// Source: iStandaarden 3.2, TR390. Its wording compares the whole reference; meant is the previous reference (OP360).
/// Twice within one message is TR315.
struct TR390DebitWasNotCreditedBefore: LineRule {
  static let metadata = RuleMetadata(
    "TR390", level: .history, kinds: [.declaration], since: .v3_1, returnCode: ReturnCode(rawValue: "9390"),
    answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "Een debetregel is niet eerder gecrediteerd.",
      en: "A debit line has not been credited before."),
    sentence: Bilingual(
      nl: "De debetregel is al gecrediteerd in een eerder bericht; verwacht is één creditregel.",
      en: "The debit line was credited by an earlier message; one credit line is expected."),
    hint: Bilingual(
      nl: "Haal de credit weg; de debetregel is al ongedaan gemaakt.",
      en: "Take the credit out; the debit line was undone already."),
    facts: [], source: "iStandaarden 3.2, TR390")
  static let element = DeliveryLine.Element.previousReference
  static let sides: Set<DebitCredit> = [.credit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    guard let reference = subject.line.previousReference, let debit = context.known?.earlierLines[reference]
    else { return .notApplicable }
    return debit.creditedBy == nil ? .pass : .fail([:])
  }
}
