import SaldoDomain

/// The date of a message is not later than the day on which it is judged.
///
/// Source: iStandaarden 3.2, TR135. The day is the as-of date, a Dutch calendar date.
struct TR135MessageDateIsNotInTheFuture: HeaderRule {
  static let metadata = RuleMetadata(
    "TR135", level: .external, kinds: MessageKind.withHeaderRules,
    returnCode: ReturnCode(rawValue: "8848"), answerClass: .header,
    title: Bilingual(
      nl: "De datum van een bericht ligt niet in de toekomst.",
      en: "The date of a message is not in the future."),
    sentence: Bilingual(
      nl: "De berichtdatum is {found}; de dag van beoordeling is {asOf}.",
      en: "The message date is {found}; the day of judging is {asOf}."),
    hint: Bilingual(
      nl: "Verstuur het bericht op zijn datum, of verbeter de datum.",
      en: "Send the message on its date, or correct the date."),
    facts: ["found", "asOf"], source: "iStandaarden 3.2, TR135")
  static func element(of header: MessageHeader) -> HeaderElement { .date }

  func verdict(on message: Message, in context: RuleContext) -> Verdict {
    let found = message.header.date
    return found <= context.asOf ? .pass : .fail(["found": .date(found), "asOf": .date(context.asOf)])
  }
}
