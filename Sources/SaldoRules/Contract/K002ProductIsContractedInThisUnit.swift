import SaldoDomain

/// A product that is declared in euros is contracted in euros, not only in other units.
///
/// Other units are told by TR418, and a product that is not contracted at all by K001 or TR381. The code 9341 is true
/// of the line: its unit is not the agreed one. A line on an allocation in another unit gets the same code from TR341,
/// once.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K002ProductIsContractedInThisUnit: LineRule {
  static let metadata = RuleMetadata(
    "K002", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9341"), answerClass: .line,
    needs: .region,
    title: Bilingual(
      nl: "Een product dat in euro's is gedeclareerd, is in euro's gecontracteerd.",
      en: "A product that is declared in euros is contracted in euros."),
    sentence: Bilingual(
      nl: "De eenheid is {found}; het product is gecontracteerd in {expected}.",
      en: "The unit is {found}; the product is contracted in {expected}."),
    hint: Bilingual(
      nl: "Declareer in de eenheid van het contract.",
      en: "Declare in the unit of the contract."),
    facts: ["found", "expected"], source: "Saldo, contract rule K002")
  static let element = DeliveryLine.Element.unit
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let line = subject.line
    guard subject.termsAreKnown, line.unit == .euro else { return .notApplicable }
    if subject.terms != nil { return .pass }
    guard let region = context.region else { return .notApplicable }
    let units = subject.contractedUnits(in: region)
    guard !units.isEmpty else { return .notApplicable }
    let expected = units.map(\.rawValue).joined(separator: ", ")
    return .fail(["found": .code(line.unit.rawValue), "expected": .code(expected)])
  }
}
