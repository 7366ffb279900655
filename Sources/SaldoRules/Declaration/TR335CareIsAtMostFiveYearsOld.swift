import SaldoDomain

/// A product period ends at most five years before the date of the declaration; exactly five years is allowed.
///
/// Five years are sixty calendar months, so that 29 February counts as 28 February in a year without one. Source:
/// iStandaarden 3.2, TR335, which names the date of the declaration class, not that of the header.
struct TR335CareIsAtMostFiveYearsOld: LineFormRule {
  static let metadata = RuleMetadata(
    form: "TR335", kinds: [.declaration],
    title: Bilingual(
      nl: "Een productperiode eindigt hoogstens vijf jaar vóór de declaratiedatum.",
      en: "A product period ends at most five years before the date of the declaration."),
    sentence: Bilingual(
      nl: "De productperiode eindigt op {found}; de vroegst toegestane einddatum is {earliest}.",
      en: "The product period ends on {found}; the earliest end date allowed is {earliest}."),
    hint: Bilingual(
      nl: "Haal de regel weg en bespreek met de gemeente wat er met deze oude zorg gebeurt.",
      en: "Take the line out and discuss with the municipality what happens to this old care."),
    facts: ["found", "earliest"])
  static let element = DeliveryLine.Element.periodEnd

  func verdict(on line: DeliveryLine, in message: DeclarationMessage) -> Verdict {
    let earliest = message.date.adding(months: -60)
    return line.period.end >= earliest ? .pass : .fail(["found": .date(line.period.end), "earliest": .date(earliest)])
  }
}
