import SaldoDomain

/// The rule that some units are not allocated per day, which has two codes: CS338 (301, 317) and CS343 (315).
///
/// What ended by 31 December 2020 may still be per day.
protocol FrequencyFitsUnitRule: CareTermsRule {}

extension FrequencyFitsUnitRule {
  /// What the rule is in some kinds of messages.
  static func frequencyFitsUnit(_ code: RuleCode, _ kinds: [MessageKind]) -> RuleMetadata {
    RuleMetadata(
      form: code, kinds: kinds,
      title: Bilingual(
        nl: "Etmalen, dagdelen, euro's en stuks (inspanning) worden niet per dag toegewezen.",
        en: "Full days, dayparts, euros and effort pieces are not allocated per day."),
      sentence: Bilingual(
        nl: "De omvang in eenheid {unit} heeft frequentie {found}; verwacht is 2, 4 of 6.",
        en: "The volume in unit {unit} has frequency {found}; 2, 4 or 6 is expected."),
      hint: Bilingual(
        nl: "Kies bij deze eenheid frequentie 2 (per week), 4 (per maand) of 6 (in totaal).",
        en: "Choose frequency 2 (per week), 4 (per month) or 6 (in total) with this unit."),
      facts: ["unit", "found"])
  }

  /// The frequency is what does not fit.
  static func element(of terms: CareTerms) -> String { "Omvang/Frequentie" }

  /// Judges one product.
  func verdict(on terms: CareTerms) -> Verdict {
    guard terms.isCurrent, let volume = terms.volume, Self.units.contains(volume.unit) else { return .notApplicable }
    guard volume.frequency == .perDay else { return .pass }
    return .fail(["unit": .code(volume.unit.rawValue), "found": .code(volume.frequency.rawValue)])
  }

  /// The units that are not allocated per day: 14, 16, 83 and 84.
  private static var units: Set<CareUnit> { [.fullDay, .daypart, .euro, .effortPiece] }
}
