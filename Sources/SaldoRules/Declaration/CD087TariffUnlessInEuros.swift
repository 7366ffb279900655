import SaldoDomain

/// A line has a tariff, unless its unit is euros.
///
/// Source: iStandaarden 3.2, CD087.
struct CD087TariffUnlessInEuros: LineFormRule {
  static let metadata = RuleMetadata(
    form: "CD087", kinds: [.declaration],
    title: Bilingual(
      nl: "Een regel heeft een tarief, behalve in euro's (eenheid 83).",
      en: "A line has a tariff, unless it is in euros (unit 83)."),
    sentence: Bilingual(
      nl: "Bij eenheid {unit} staat {found}; verwacht is {expected}.",
      en: "Unit {unit} comes with {found}; {expected} is expected."),
    hint: Bilingual(
      nl: "Vul het tarief in, of haal het weg bij een regel in euro's (eenheid 83).",
      en: "Fill in the tariff, or take it out of a line in euros (unit 83)."),
    facts: ["unit", "found", "expected"])
  static let element = DeliveryLine.Element.tariff

  func verdict(on line: DeliveryLine, in message: DeclarationMessage) -> Verdict {
    let unit = line.unit
    let expectsTariff = unit != .euro
    guard (line.tariff != nil) != expectsTariff else { return .pass }
    return .fail([
      "unit": .code(unit.rawValue),
      "found": .phrase(expectsTariff ? Self.noTariff : Self.tariff),
      "expected": .phrase(expectsTariff ? Self.tariff : Self.noTariff),
    ])
  }

  private static let tariff = Bilingual(nl: "een tarief", en: "a tariff")
  private static let noTariff = Bilingual(nl: "geen tarief", en: "no tariff")
}
