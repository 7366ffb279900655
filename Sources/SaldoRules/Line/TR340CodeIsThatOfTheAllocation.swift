import SaldoDomain

/// The product code is that of the allocation, when the allocation has one.
///
/// On an aspecific allocation the code only has to belong to the category (TR381). Codes are compared exactly. Source:
/// iStandaarden 3.2, TR340.
struct TR340CodeIsThatOfTheAllocation: LineRule {
  static let metadata = RuleMetadata(
    "TR340", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9340"), answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "De productcode is die van de toewijzing.",
      en: "The product code is that of the allocation."),
    sentence: Bilingual(
      nl: "De productcode is {found}; de toewijzing noemt {expected}.",
      en: "The product code is {found}; the allocation names {expected}."),
    hint: Bilingual(
      nl: "Neem de productcode van de toewijzing over, of vraag de gemeente om een andere toewijzing.",
      en: "Copy the product code of the allocation, or ask the municipality for another allocation."),
    facts: ["found", "expected"], source: "iStandaarden 3.2, TR340")
  static let element = DeliveryLine.Element.code
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    // Compared first: what is the same is not copied.
    if subject.allocation?.product.code == subject.line.product.code { return .pass }
    guard let expected = subject.allocation?.product.code else { return .notApplicable }
    let found = subject.line.product.code
    return .fail(["found": .code(found.string), "expected": .code(expected.string)])
  }
}
