import SaldoDomain

/// A credit line names the line that it undoes, and a debit line names none.
///
/// Source: iStandaarden 3.2, CD060 and IV091.
struct CD060CreditNamesItsDebit: LineFormRule {
  static let metadata = RuleMetadata(
    "CD060", level: .message, kinds: [.declaration], returnCode: .technicallyRejected, answerClass: .header,
    title: Bilingual(
      nl: "Een creditregel noemt de regel die hij ongedaan maakt; een debetregel noemt er geen.",
      en: "A credit line names the line that it undoes; a debit line names none."),
    sentence: Bilingual(
      nl: "Gevonden is {found}; verwacht is {expected}.",
      en: "Found is {found}; expected is {expected}."),
    facts: ["found", "expected"], source: "iStandaarden 3.2, CD060")
  static let element = DeliveryLine.Element.previousReference

  func verdict(on line: DeliveryLine, in message: DeclarationMessage) -> Verdict {
    switch (line.isCredit, line.previousReference != nil) {
    case (true, true), (false, false): return .pass
    case (true, false): return .fail(["found": .phrase(Self.credit.without), "expected": .phrase(Self.credit.with)])
    case (false, true): return .fail(["found": .phrase(Self.debit.with), "expected": .phrase(Self.debit.without)])
    }
  }

  private static let credit = (
    with: Bilingual(
      nl: "een creditregel met vorig referentienummer", en: "a credit line with a previous reference number"),
    without: Bilingual(
      nl: "een creditregel zonder vorig referentienummer", en: "a credit line without a previous reference number")
  )
  private static let debit = (
    with: Bilingual(
      nl: "een debetregel met vorig referentienummer", en: "a debit line with a previous reference number"),
    without: Bilingual(
      nl: "een debetregel zonder vorig referentienummer", en: "a debit line without a previous reference number")
  )
}
