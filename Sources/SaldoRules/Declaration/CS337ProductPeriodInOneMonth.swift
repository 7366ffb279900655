import SaldoDomain

/// A product period ends in the calendar month in which it begins.
///
/// Source: iStandaarden 3.2, CS337.
struct CS337ProductPeriodInOneMonth: LineFormRule {
  static let metadata = RuleMetadata(
    form: "CS337", kinds: [.declaration],
    title: Bilingual(
      nl: "Een productperiode valt binnen één kalendermaand.",
      en: "A product period lies in one calendar month."),
    sentence: Bilingual(
      nl: "De productperiode is {found}; verwacht is een periode binnen één kalendermaand.",
      en: "The product period is {found}; a period within one calendar month is expected."),
    hint: Bilingual(
      nl: "Splits de regel in één regel per kalendermaand.",
      en: "Split the line into one line per calendar month."),
    facts: ["found"])
  static let element = DeliveryLine.Element.periodEnd

  func verdict(on line: DeliveryLine, in message: DeclarationMessage) -> Verdict {
    line.period.begin.month == line.period.end.month ? .pass : .fail(["found": .period(line.period)])
  }
}
