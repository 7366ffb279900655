import SaldoDomain

/// A line is declared within the term that the region agreed, counted from the last day of its product period.
///
/// Only a signal: no return code is true of a late line. The date of the message decides.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K011LineIsDeclaredInTime: LineRule {
  static let metadata = RuleMetadata(
    signal: "K011", level: .contract, kinds: [.declaration], needs: [.region, .history],
    title: Bilingual(
      nl: "Een regel wordt binnen de afgesproken termijn gedeclareerd.",
      en: "A line is declared within the agreed term."),
    sentence: Bilingual(
      nl: "De regel is op {date} ingediend, maar de termijn van {term} eindigde op {last}: {days} dagen te laat.",
      en: "The line was declared on {date}, but the term of {term} ended on {last}: {days} days late."),
    hint: Bilingual(
      nl: "Declareer voortaan binnen de termijn van het contract; leg uit waarom deze regel later komt.",
      en: "Declare within the term of the contract from now on; explain why this line comes later."),
    facts: ["date", "term", "last", "days"], source: "Saldo, contract rule K011")
  static let element = DeliveryLine.Element.periodEnd
  static let sides: Set<DebitCredit> = [.debit]

  static func applies(in context: RuleContext) -> Bool { context.region?.localRules.has(.submissionDeadline) == true }

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    guard let rule = subject.rule(.submissionDeadline, in: context), case .submissionDeadline(let term) = rule.limit
    else { return .notApplicable }
    let (date, last) = (subject.header.date, term.last(after: subject.line.period.end))
    guard date > last else { return .pass }
    return .fail([
      "date": .date(date), "term": term.words, "last": .date(last), "days": .number(Int64(date.days(since: last))),
    ])
  }
}
