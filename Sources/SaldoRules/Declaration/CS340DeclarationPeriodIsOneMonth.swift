import SaldoDomain

/// The declaration period is exactly one whole calendar month.
///
/// Source: iStandaarden 3.2, CS340.
struct CS340DeclarationPeriodIsOneMonth: DeclarationFormRule {
  static let metadata = RuleMetadata(
    form: "CS340", kinds: [.declaration],
    title: Bilingual(
      nl: "De declaratieperiode is precies één hele kalendermaand.",
      en: "The declaration period is exactly one whole calendar month."),
    sentence: Bilingual(
      nl: "De declaratieperiode is {found}; verwacht is een hele maand, zoals {expected}.",
      en: "The declaration period is {found}; a whole month, such as {expected}, is expected."),
    hint: Bilingual(
      nl: "Laat de declaratieperiode op de eerste dag van een maand beginnen en op de laatste eindigen.",
      en: "Let the declaration period begin on the first day of a month and end on its last."),
    facts: ["found", "expected"])

  func judge(_ message: DeclarationMessage, report: (Finding.Place, Facts) -> Void) {
    let expected = message.period.begin.month.period
    guard message.period != expected else { return }
    let element: DeclarationElement = message.period.begin != expected.begin ? .periodBegin : .periodEnd
    report(message.place(of: element), ["found": .period(message.period), "expected": .period(expected)])
  }
}
