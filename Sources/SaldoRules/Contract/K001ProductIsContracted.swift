import SaldoDomain

/// A product that is declared in euros is contracted with the provider, for the municipality and the day.
///
/// Other units are told by TR418, a product that the whole catalogue lacks by TR381, and one that is contracted in
/// another unit by K002. The code S329 is true of the line: the contract does not have the product.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K001ProductIsContracted: LineRule {
  static let metadata = RuleMetadata(
    "K001", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "S329"), answerClass: .line,
    needs: .region,
    title: Bilingual(
      nl: "Een product dat in euro's is gedeclareerd, is gecontracteerd.",
      en: "A product that is declared in euros is contracted."),
    sentence: Bilingual(
      nl: "Product {category} {code} is met deze aanbieder niet gecontracteerd voor {date}.",
      en: "Product {category} {code} is not contracted with this provider for {date}."),
    hint: Bilingual(
      nl: "Controleer product en periode met uw contract, of vraag de regio het product op te nemen.",
      en: "Check product and period with your contract, or ask the region to add the product."),
    facts: ["category", "code", "date"], source: "Saldo, contract rule K001")
  static let element = DeliveryLine.Element.code
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let line = subject.line
    guard subject.termsAreKnown, line.unit == .euro else { return .notApplicable }
    if subject.terms != nil { return .pass }
    guard let region = context.region, region.catalogue.contains(line.product) else { return .notApplicable }
    guard subject.contractedUnits(in: region).isEmpty else { return .notApplicable }
    return .fail([
      "category": .code(line.product.category.rawValue), "code": .code(line.product.code.string),
      "date": .date(line.period.begin),
    ])
  }
}
