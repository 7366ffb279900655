import SaldoDomain

/// The declaration period and each product period begin on or after 1 January 2021.
///
/// Older care was declared with the messages of release 2.4. Source: iStandaarden 3.2, CS100.
struct CS100PeriodsBeginIn2021OrLater: DeclarationFormRule {
  static let metadata = RuleMetadata(
    form: "CS100", kinds: [.declaration],
    title: Bilingual(
      nl: "De declaratieperiode en de productperioden beginnen in 2021 of later.",
      en: "The declaration period and the product periods begin in 2021 or later."),
    sentence: Bilingual(
      nl: "De periode begint op {found}; de vroegste begindatum is {earliest}.",
      en: "The period begins on {found}; the earliest begin date is {earliest}."),
    hint: Bilingual(
      nl: "Declareer alleen perioden vanaf 1 januari 2021 met deze release.",
      en: "Declare only periods from 1 January 2021 on with this release."),
    facts: ["found", "earliest"])
  /// The first day that can be declared with this message.
  static let earliest = CalendarMonth(year: 2021, month: 1).first

  func judge(_ message: DeclarationMessage, report: (Finding.Place, Facts) -> Void) {
    if message.period.begin < Self.earliest {
      report(message.place(of: .periodBegin), facts(message.period.begin))
    }
    for (position, line) in message.lines.enumerated() where line.period.begin < Self.earliest {
      report(message.place(of: .periodBegin, line: position), facts(line.period.begin))
    }
  }

  private func facts(_ begin: CalendarDate) -> Facts {
    ["found": .date(begin), "earliest": .date(Self.earliest)]
  }
}
