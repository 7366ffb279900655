import SaldoDomain

/// A birth date of which a part is unknown stands in for it: 1 January 1900 when all is unknown, 1 January when day
/// and month are, the first of the month when the day is. The date is not shown.
///
/// Source: iStandaarden 3.2, CS139: it asks nothing of a date without a use.
struct CS139BirthDateFitsItsUse: BirthDateRule {
  static let metadata = RuleMetadata(
    form: "CS139", kinds: [.allocation, .start, .stop, .allocationRequest],
    title: Bilingual(
      nl: "Een geboortedatum past bij het datumgebruik.",
      en: "A birth date fits its use."),
    sentence: Bilingual(
      nl: "De geboortedatum past niet bij datumgebruik {use}; verwacht is {expected}.",
      en: "The birth date does not fit date use {use}; {expected} is expected."),
    hint: Bilingual(
      nl: "Verbeter de geboortedatum of het datumgebruik, zodat zij zeggen wat bekend is.",
      en: "Correct the birth date or the date use, so that they say what is known."),
    facts: ["use", "expected"])

  static let element = "Geboortedatum/DatumGebruik"

  func verdict(on birthDate: BirthDate, messageDate: CalendarDate) -> Verdict {
    guard let use = birthDate.use else { return .notApplicable }
    let (_, month, day) = birthDate.date.parts
    let (fits, expected) =
      switch use {
      case .dayUnknown: (day == 1, Bilingual(nl: "de eerste dag van de maand", en: "the first day of the month"))
      case .dayAndMonthUnknown: (month == 1 && day == 1, Bilingual(nl: "1 januari", en: "1 January"))
      case .unknown: (birthDate.isUnknown, Bilingual(nl: "1 januari 1900", en: "1 January 1900"))
      }
    return fits ? .pass : .fail(["use": .code(use.rawValue), "expected": .phrase(expected)])
  }
}
