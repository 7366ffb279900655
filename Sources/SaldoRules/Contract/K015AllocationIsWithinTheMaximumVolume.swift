import SaldoDomain

/// An allocation does not hold more than the maximum of the product.
///
/// A maximum per day, week or month is compared with an allocation per the same; a maximum in total with what fits the
/// whole allocation (see ``VolumeCap``). Minutes are compared with hours, other units are not. Addressed to the
/// municipality; the 301 stays in force.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K015AllocationIsWithinTheMaximumVolume: AllocationRule {
  static let metadata = RuleMetadata(
    signal: "K015", level: .contract, kinds: [.allocation], needs: .region,
    title: Bilingual(
      nl: "Een toewijzing bevat niet meer dan het maximum van het product.",
      en: "An allocation does not hold more than the maximum of the product."),
    sentence: Bilingual(
      nl:
        "Toewijzing {allocation} van product {category} {code} bevat {found}, maar het maximum is {maximum}, in "
        + "eenheid {unit}.",
      en:
        "Allocation {allocation} of product {category} {code} holds {found}, but the maximum is {maximum}, in "
        + "unit {unit}."
    ),
    hint: Bilingual(
      nl: "Gemeente: verlaag de toewijzing, of leg een uitzondering met een reden vast.",
      en: "Municipality: lower the allocation, or record an exception with a reason."),
    facts: ["allocation", "category", "code", "found", "maximum", "unit"], source: "Saldo, contract rule K015")

  func verdict(on product: AllocatedProduct, of message: AllocationMessage, in context: RuleContext) -> Verdict {
    guard product.changeReason != .removed, let rule = product.rule(.maxVolume, of: message, in: context),
      case .maxVolume(let maximum) = rule.limit, let allocated = product.volume
    else { return .notApplicable }
    let inMinutes = [allocated.unit, maximum.unit].contains(.minute)
    let unit = inMinutes ? CareUnit.minute : maximum.unit
    let volume =
      maximum.frequency == .total
      ? VolumeCap.total(of: AllocationVersion(product), in: unit)?.bound
      : maximum.frequency == allocated.frequency ? allocated.volume(in: unit) : nil
    guard let found = volume, let bound = maximum.volume(in: unit) else { return .notApplicable }
    guard found > bound else { return .pass }
    func quantity(_ volume: Int64) -> Fact { unit == .euro ? .amount(Euros(cents: volume)) : .number(volume) }
    return .fail([
      "allocation": .code(product.number.description), "category": .code(rule.category.rawValue),
      "code": .code(product.code?.string ?? "*"), "found": quantity(found), "maximum": quantity(bound),
      "unit": .code(unit.rawValue),
    ])
  }
}
