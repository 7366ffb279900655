import SaldoDomain

/// An allocation does not last longer than the product may.
///
/// Addressed to the municipality; the 301 stays in force. An allocation without a last day is too long. Allocations
/// from before the rule date are unaffected.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K014AllocationIsWithinTheMaximumDuration: AllocationRule {
  static let metadata = RuleMetadata(
    signal: "K014", level: .contract, kinds: [.allocation], needs: .region,
    title: Bilingual(
      nl: "Een toewijzing duurt niet langer dan het product mag duren.",
      en: "An allocation does not last longer than the product may."),
    sentence: Bilingual(
      nl:
        "Toewijzing {allocation} van product {category} {code} duurt hoogstens {maximum}, tot en met {last}, "
        + "maar heeft {excess}.",
      en:
        "Allocation {allocation} of product {category} {code} lasts {maximum} at most, up to and including "
        + "{last}, but has {excess}."
    ),
    hint: Bilingual(
      nl: "Gemeente: verkort de toewijzing, of leg een uitzondering met een reden vast.",
      en: "Municipality: shorten the allocation, or record an exception with a reason."),
    facts: ["allocation", "category", "code", "maximum", "last", "excess"], source: "Saldo, contract rule K014")

  func verdict(on product: AllocatedProduct, of message: AllocationMessage, in context: RuleContext) -> Verdict {
    guard product.changeReason != .removed, let rule = product.rule(.maxDuration, of: message, in: context),
      case .maxDuration(let maximum) = rule.limit
    else { return .notApplicable }
    let last = maximum.last(from: product.validity.begin)
    if let end = product.validity.end, end <= last { return .pass }
    let excess = product.validity.end.map { $0.days(since: last) }
    let words =
      switch excess {
      case nil: Bilingual(nl: "geen einddatum", en: "no last day")
      case 1?: Bilingual(nl: "1 dag meer", en: "1 day more")
      case let days?: Bilingual(nl: "\(days) dagen meer", en: "\(days) days more")
      }
    return .fail([
      "allocation": .code(product.number.description), "category": .code(rule.category.rawValue),
      "code": .code(product.code?.string ?? "*"), "maximum": maximum.words, "last": .date(last),
      "excess": .phrase(words),
    ])
  }
}
