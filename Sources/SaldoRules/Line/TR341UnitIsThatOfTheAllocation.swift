import SaldoDomain

/// The unit is that of the allocation; an allocation in hours may also be declared in minutes, but not the other way
/// round.
///
/// An allocation without a volume names no unit: it then follows from the contract (K002, TR418). Source: iStandaarden
/// 3.2, TR341.
struct TR341UnitIsThatOfTheAllocation: LineRule {
  static let metadata = RuleMetadata(
    "TR341", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9341"), answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "De eenheid is die van de toewijzing, of minuten bij een toewijzing in uren.",
      en: "The unit is that of the allocation, or minutes on an allocation in hours."),
    sentence: Bilingual(
      nl: "De eenheid is {found}; de toewijzing is in eenheid {expected}.",
      en: "The unit is {found}; the allocation is in unit {expected}."),
    hint: Bilingual(
      nl: "Declareer in de eenheid van de toewijzing, of in minuten als die in uren is.",
      en: "Declare in the unit of the allocation, or in minutes when that is in hours."),
    facts: ["found", "expected"], source: "iStandaarden 3.2, TR341")
  static let element = DeliveryLine.Element.unit
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    guard let expected = subject.allocation?.product.volume?.unit else { return .notApplicable }
    let found = subject.line.unit
    if found == expected || (found == .minute && expected == .hour) { return .pass }
    return .fail(["found": .code(found.rawValue), "expected": .code(expected.rawValue)])
  }
}
