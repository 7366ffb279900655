import SaldoDomain

/// The provider is contracted for care like this: for the municipality, under the agreement and for the client.
///
/// Judged only in a region with a table of contract periods. Run-off care needs an allocation from before a day, and an
/// incidental contract is for one client. The code S329 is true of the line: no contract has its product.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K003ProviderIsContracted: LineRule {
  static let metadata = RuleMetadata(
    "K003", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "S329"), answerClass: .line,
    needs: [.region, .history],
    title: Bilingual(
      nl: "De aanbieder is voor deze zorg gecontracteerd.",
      en: "The provider is contracted for this care."),
    sentence: Bilingual(
      nl: "De aanbieder heeft met gemeente {municipality} geen contract voor product {category} {code}.",
      en: "The provider has no contract with municipality {municipality} for product {category} {code}."),
    hint: Bilingual(
      nl: "Controleer de gemeente en de toewijzing; vraag de regio om een contract voor deze zorg.",
      en: "Check the municipality and the allocation; ask the region for a contract for this care."),
    facts: ["municipality", "category", "code"], source: "Saldo, contract rule K003")
  static let element = DeliveryLine.Element.code
  static let sides: Set<DebitCredit> = [.debit]

  static func applies(in context: RuleContext) -> Bool { context.region?.localRules.hasContracts == true }

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let line = subject.line
    guard subject.terms != nil, let care = subject.care,
      let coverage = context.region?.localRules.coverage(of: care, on: line.period.begin)
    else { return .notApplicable }
    guard coverage == .notContracted else { return .pass }
    return .fail([
      "municipality": .code(care.municipality.description), "category": .code(line.product.category.rawValue),
      "code": .code(line.product.code.string),
    ])
  }
}
