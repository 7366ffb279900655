import SaldoDomain

extension LineSubject {
  /// The rule of the region of a kind that holds for the line, with the limit that it sets.
  func rule(_ kind: ProductRule.Kind, in context: RuleContext) -> ProductRule? {
    guard let rules = context.region?.localRules, rules.has(kind), let care else { return nil }
    return rules.rule(kind, on: line.product.category, line.product.code, of: care)
  }
}

extension AllocatedProduct {
  /// The rule of the region of a kind that holds for an allocated product; nil on a generic allocation, which names
  /// none.
  func rule(_ kind: ProductRule.Kind, of message: AllocationMessage, in context: RuleContext) -> ProductRule? {
    guard let category, let region = context.region, region.localRules.has(kind) else { return nil }
    let (provider, municipality) = (message.header.provider, message.header.municipality)
    let terms = code.flatMap { code in
      let product = Product(category: category, code: code)
      let units = volume.map { [$0.unit] } ?? CareUnit.allCases
      return units.lazy.compactMap {
        region.catalogue.terms(
          for: product, unit: $0, provider: provider, municipality: municipality, delivery: validity.begin,
          start: validity.begin, client: message.client.bsn)
      }.first
    }
    let care = ContractedCare(
      provider: provider, municipality: municipality, bsn: message.client.bsn, agreement: terms?.agreement.key,
      allocation: number, start: validity.begin)
    return region.localRules.rule(kind, on: category, code, of: care)
  }
}

extension ProductRule.Span {
  /// The span in words, such as `12 months`.
  var words: Fact {
    switch unit {
    case .days:
      .phrase(
        Bilingual(nl: "\(count) \(count == 1 ? "dag" : "dagen")", en: "\(count) \(count == 1 ? "day" : "days")"))
    case .months:
      .phrase(
        Bilingual(
          nl: "\(count) \(count == 1 ? "maand" : "maanden")", en: "\(count) \(count == 1 ? "month" : "months")"))
    }
  }
}
