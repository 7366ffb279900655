import SaldoDomain

/// A stop repeats the logical key of a start that stands.
///
/// Source: iStandaarden 3.2, TR382, whose return code is 9069.
struct TR382StopEndsAKnownStart: NoticeRule {
  static let metadata = RuleMetadata(
    "TR382", level: .history, kinds: [.stop], returnCode: ReturnCode(rawValue: "9069"),
    answerClass: .stoppedProduct, needs: .history,
    title: Bilingual(
      nl: "Een stop herhaalt toewijzing, product en begindatum van de start die hij beëindigt.",
      en: "A stop repeats allocation, product and first day of the start that it ends."),
    sentence: Bilingual(
      nl: "Er is geen start met deze toewijzing, dit product en begindatum {begin}.",
      en: "There is no start with this allocation, this product and first day {begin}."),
    hint: Bilingual(
      nl: "Herhaal in de stop precies de toewijzing, het product en de begindatum van de start.",
      en: "Repeat the allocation, the product and the first day of the start exactly in the stop."),
    facts: ["begin"], source: "iStandaarden 3.2, TR382")

  func verdict(on subject: NoticeSubject, in context: RuleContext) -> Verdict {
    let key = StartKey(subject.notice.start)
    return subject.deliveries.starts.contains(key) ? .pass : .fail(["begin": .date(key.begin)])
  }
}
