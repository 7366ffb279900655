import SaldoDomain

/// A volume per week has an end date, so that the total over the period can be counted.
///
/// Source: iStandaarden 3.2, CD076.
struct CD076WeeklyVolumeHasEnd: CareTermsRule {
  static let metadata = RuleMetadata(
    form: "CD076", kinds: [.allocation, .allocationRequest, .changeRequest],
    title: Bilingual(
      nl: "Een omvang per week heeft een einddatum.",
      en: "A volume per week has an end date."),
    sentence: Bilingual(
      nl: "De omvang is per week, maar er is geen einddatum; verwacht is een einddatum.",
      en: "The volume is per week, but there is no end date; an end date is expected."),
    hint: Bilingual(
      nl: "Vul een einddatum in, of kies een andere frequentie dan per week.",
      en: "Fill in an end date, or choose another frequency than per week."),
    facts: [])

  static func element(of terms: CareTerms) -> String { terms.endElement }

  func verdict(on terms: CareTerms) -> Verdict {
    terms.volume?.frequency == .perWeek && terms.validity.end == nil ? .fail([:]) : .pass
  }
}
