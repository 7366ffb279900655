import SaldoDomain

/// An allocation is for a product and a unit that are contracted with its provider for the municipality.
///
/// Addressed to the municipality; the 301 stays in force. A code that the whole catalogue lacks is told by TR381, and a
/// product that is contracted on any day of the allocation is contracted. Contract periods count where the region has
/// them.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K013AllocationFitsTheContract: AllocationRule {
  static let metadata = RuleMetadata(
    signal: "K013", level: .contract, kinds: [.allocation], needs: .region,
    title: Bilingual(
      nl: "Een toewijzing past bij het contract van de aanbieder.",
      en: "An allocation fits the contract of its provider."),
    sentence: Bilingual(
      nl: "Toewijzing {allocation} van product {category} {code} past niet bij het contract: {reason}.",
      en: "Allocation {allocation} of product {category} {code} contradicts the contract: {reason}."),
    hint: Bilingual(
      nl: "Gemeente: herzie de toewijzing of het contract voordat er zorg wordt geleverd.",
      en: "Municipality: correct the allocation or the contract before care is delivered."),
    facts: ["allocation", "category", "code", "reason"], source: "Saldo, contract rule K013")

  func verdict(on product: AllocatedProduct, of message: AllocationMessage, in context: RuleContext) -> Verdict {
    guard let region = context.region, product.changeReason != .removed, let category = product.category,
      let code = product.code, region.catalogue.contains(Product(category: category, code: code))
    else { return .notApplicable }
    guard let reason = contradiction(Product(category: category, code: code), product, message, region) else {
      return .pass
    }
    return .fail([
      "allocation": .code(product.number.description), "category": .code(category.rawValue), "code": .code(code.string),
      "reason": .phrase(reason),
    ])
  }

  private func contradiction(
    _ product: Product, _ allocated: AllocatedProduct, _ message: AllocationMessage, _ region: RegionContracts
  ) -> Bilingual? {
    let (provider, municipality) = (message.header.provider, message.header.municipality)
    let units = region.catalogue.units(
      of: product, provider: provider, municipality: municipality, during: allocated.validity,
      client: message.client.bsn)
    if units.isEmpty {
      return Bilingual(
        nl: "het product is met deze aanbieder niet gecontracteerd",
        en: "the product is not contracted with this provider")
    }
    if let unit = allocated.volume?.unit, !units.contains(where: { $0.serves(unit) }) {
      let contracted = units.map(\.rawValue).joined(separator: ", ")
      return Bilingual(
        nl: "eenheid \(unit.rawValue) is niet gecontracteerd, wel \(contracted)",
        en: "unit \(unit.rawValue) is not contracted, but \(contracted) is")
    }
    let care = ContractedCare(
      provider: provider, municipality: municipality, bsn: message.client.bsn,
      agreement: region.catalogue.terms(
        for: product, unit: allocated.volume?.unit ?? units[0], provider: provider, municipality: municipality,
        delivery: allocated.validity.begin, start: allocated.validity.begin,
        client: message.client.bsn)?.agreement.key,
      allocation: allocated.number, start: allocated.validity.begin)
    switch region.localRules.coverage(of: care, on: allocated.validity.begin) {
    case nil, .covered: return nil
    case .notContracted:
      return Bilingual(
        nl: "de aanbieder heeft met deze gemeente geen contract",
        en: "the provider has no contract with this municipality")
    case .ended(let end):
      return Bilingual(
        nl: "het contract eindigde op \(HumanText.date(end, in: .dutch))",
        en: "the contract ended on \(HumanText.date(end, in: .english))")
    case .begins(let begin) where allocated.validity.contains(begin): return nil
    case .begins(let begin):
      return Bilingual(
        nl: "het contract begint op \(HumanText.date(begin, in: .dutch))",
        en: "the contract begins on \(HumanText.date(begin, in: .english))")
    }
  }
}

extension CareUnit {
  /// Whether care that is allocated in a unit can be paid on a price in this one: the same, or minutes and hours.
  fileprivate func serves(_ unit: CareUnit) -> Bool {
    self == unit || [self, unit].allSatisfy { $0 == .minute || $0 == .hour }
  }
}
