import SaldoDomain

/// All volumes on an allocation together fit the maximum of the product, where the agreement says that what lies above
/// is refused.
///
/// Only a maximum in total is judged on lines, in its own unit, hours in minutes where minutes were declared. The code
/// 9322 is true of the line: the total is above what the agreement leaves. Without such an agreement only K015 tells.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K007VolumeIsWithinTheMaximum: LineRule {
  static let metadata = RuleMetadata(
    "K007", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9322"), answerClass: .line,
    needs: [.region, .history],
    title: Bilingual(
      nl: "Alle volumes op een toewijzing passen samen in het maximum van het product.",
      en: "All volumes on an allocation together fit the maximum of the product."),
    sentence: Bilingual(
      nl:
        "Geleverd is {found} en eerder toegekend {approved}, samen {sum}, maar het maximum van product "
        + "{category} {code} is {maximum}.",
      en:
        "Delivered is {found} and granted before {approved}, together {sum}, but the maximum of product "
        + "{category} {code} is {maximum}."
    ),
    hint: Bilingual(
      nl: "Verlaag het volume tot wat van het maximum over is, of vraag de gemeente om een uitzondering.",
      en: "Lower the volume to what is left of the maximum, or ask the municipality for an exception."),
    facts: ["found", "approved", "sum", "category", "code", "maximum"], source: "Saldo, contract rule K007")
  static let element = DeliveryLine.Element.volume
  static let sides: Set<DebitCredit> = [.debit]

  static func applies(in context: RuleContext) -> Bool { context.region?.localRules.has(.maxVolume) == true }

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let line = subject.line
    guard let rule = subject.rule(.maxVolume, in: context), rule.action == .reject,
      case .maxVolume(let maximum) = rule.limit, maximum.frequency == .total
    else { return .notApplicable }
    let use = context.use(of: subject.named)
    let inMinutes = maximum.unit == .hour && (line.unit == .minute || use.has(.minute))
    let unit = inMinutes ? CareUnit.minute : maximum.unit
    guard let bound = maximum.volume(in: unit), let found = line.volume(in: unit) else { return .notApplicable }
    let approved = use.volume(in: unit)
    guard approved + found > bound else { return .pass }
    func quantity(_ volume: Int64) -> Fact { unit == .euro ? .amount(Euros(cents: volume)) : .number(volume) }
    return .fail([
      "found": quantity(found), "approved": quantity(approved), "sum": quantity(approved + found),
      "category": .code(line.product.category.rawValue), "code": .code(line.product.code.string),
      "maximum": quantity(bound),
    ])
  }
}

extension DeliveryLine {
  /// The volume in a unit: its own, or minutes when it is in hours; nil in any other.
  fileprivate func volume(in unit: CareUnit) -> Int64? {
    if unit == self.unit { return volume }
    return unit == .minute && self.unit == .hour ? volume * 60 : nil
  }
}
