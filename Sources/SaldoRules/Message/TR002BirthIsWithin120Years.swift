import SaldoDomain

/// A birth date lies at most 120 years before the message date; exactly 120 years passes, as does an unknown date
/// (use 3 with 1900-01-01). The date is not shown.
///
/// Source: iStandaarden 3.2, TR002.
struct TR002BirthIsWithin120Years: BirthDateRule {
  static let metadata = RuleMetadata(
    form: "TR002", kinds: [.allocation, .start, .stop, .allocationRequest],
    title: Bilingual(
      nl: "Een geboortedatum ligt hoogstens 120 jaar vóór de berichtdatum.",
      en: "A birth date lies at most 120 years before the message date."),
    sentence: Bilingual(
      nl: "De geboortedatum ligt meer dan 120 jaar vóór de berichtdatum; verwacht is {earliest} of later.",
      en: "The birth date lies more than 120 years before the message date; {earliest} or later is expected."),
    hint: Bilingual(
      nl: "Verbeter de geboortedatum in uw administratie.",
      en: "Correct the birth date in your records."),
    facts: ["earliest"])

  static let element = "Geboortedatum/Datum"

  func verdict(on birthDate: BirthDate, messageDate: CalendarDate) -> Verdict {
    guard !birthDate.isUnknown else { return .notApplicable }
    let earliest = messageDate.adding(months: -120 * 12)
    return birthDate.date >= earliest ? .pass : .fail(["earliest": .date(earliest)])
  }
}
