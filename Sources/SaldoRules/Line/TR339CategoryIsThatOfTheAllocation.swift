import SaldoDomain

/// The product category is that of the allocation, when the allocation has one.
///
/// On a generic allocation the category is free within the contract. Source: iStandaarden 3.2, TR339.
struct TR339CategoryIsThatOfTheAllocation: LineRule {
  static let metadata = RuleMetadata(
    "TR339", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9339"), answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "De productcategorie is die van de toewijzing.",
      en: "The product category is that of the allocation."),
    sentence: Bilingual(
      nl: "De productcategorie is {found}; de toewijzing noemt {expected}.",
      en: "The product category is {found}; the allocation names {expected}."),
    hint: Bilingual(
      nl: "Neem de productcategorie van de toewijzing over.",
      en: "Copy the product category of the allocation."),
    facts: ["found", "expected"], source: "iStandaarden 3.2, TR339")
  static let element = DeliveryLine.Element.category
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    guard let expected = subject.allocation?.product.category else { return .notApplicable }
    let found = subject.line.product.category
    return found == expected ? .pass : .fail(["found": .code(found.rawValue), "expected": .code(expected.rawValue)])
  }
}
