import SaldoDomain

/// The claimed amount equals the delivered volume times the tariff, unless the unit is euros.
///
/// Minutes on an hourly contract price are priced from the hourly price and rounded once (IV081). When the contract
/// price is not known, because there is no region, the region has no price row for the line, or the price depends on the
/// first day of an allocation that is not known, any amount that some hourly price with this minute tariff gives is
/// accepted. For all other units the line's own tariff counts, so that a
/// wrong tariff is told by TR418 alone. The rule judges a line without a known allocation too.
///
/// Source: iStandaarden 3.2, TR346; Documentation/DeclarationGuide.md.
struct TR346ClaimedAmountMatchesTariff: LineRule {
  static let metadata = RuleMetadata(
    "TR346", level: .external, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9346"), answerClass: .line,
    title: Bilingual(
      nl: "Het ingediende bedrag is het geleverde volume maal het tarief.",
      en: "The claimed amount is the delivered volume times the tariff."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, maar {volume} {unit} à {tariff} {basis} is {expected}.",
      en: "Claimed is {found}, but {volume} {unit} at {tariff} {basis} is {expected}."),
    hint: Bilingual(
      nl: "Reken het bedrag opnieuw uit: volume maal tarief, aan het eind afgerond op centen.",
      en: "Work the amount out again: volume times tariff, rounded to cents at the end."),
    facts: ["found", "volume", "unit", "tariff", "basis", "expected"], source: "iStandaarden 3.2, TR346")
  static let element = DeliveryLine.Element.amount
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let line = subject.line
    guard line.unit != .euro, let tariff = line.tariff else { return .notApplicable }
    if line.unit == .minute {
      if let hourly = subject.terms?.hourlyPrice(for: .minute) {
        return verdict(on: line, price: hourly, per: .hour, HourlyPrice(hourly).amount(forMinutes: line.volume))
      }
      if subject.terms == nil, HourlyPrice.canGive(line.amount.size, forMinutes: line.volume, minuteTariff: tariff) {
        return .pass
      }
    }
    return verdict(on: line, price: tariff, per: line.unit, tariff * line.volume)
  }

  private func verdict(on line: DeliveryLine, price: Euros, per unit: CareUnit, _ expected: Euros) -> Verdict {
    guard line.amount.size != expected else { return .pass }
    return .fail([
      "found": .amount(line.amount.size), "volume": .number(line.volume), "unit": .phrase(line.unit.plural),
      "tariff": .amount(price),
      "basis": .phrase(Bilingual(nl: "per \(unit.singular.dutch)", en: "per \(unit.singular.english)")),
      "expected": .amount(expected),
    ])
  }
}
