import SaldoDomain

/// The provider has not used the reference of a line before, in this message or in an earlier one.
///
/// Within a message the first line keeps the reference and later ones are rejected; a rejected line has used its
/// reference (Documentation/DeclarationGuide.md). The reference itself is not shown, because a sender can put anything
/// in it.
///
/// Source: iStandaarden 3.2, TR314. Credits have references too, so both sides are judged.
struct TR314ReferenceIsNew: LineRule {
  static let metadata = RuleMetadata(
    "TR314", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "8021"), answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "Het referentienummer van een regel is nieuw voor deze aanbieder.",
      en: "The reference number of a line is new for this provider."),
    sentence: Bilingual(
      nl: "Dit referentienummer is al gebruikt {where}; verwacht is een nieuw nummer.",
      en: "This reference number is in use already {where}; a new one is expected."),
    hint: Bilingual(
      nl: "Geef de regel een nieuw referentienummer, ook als hij eerder is afgewezen.",
      en: "Give the line a new reference number, also when it was rejected before."),
    facts: ["where"], source: "iStandaarden 3.2, TR314")
  static let element = DeliveryLine.Element.reference
  static let sides: Set<DebitCredit> = [.credit, .debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    if context.history.earlierLines.keys.contains(subject.line.reference) {
      return .fail(["where": .phrase(Self.earlierMessage)])
    }
    return subject.repeatsReference ? .fail(["where": .phrase(Self.sameMessage)]) : .pass
  }

  private static let earlierMessage = Bilingual(nl: "in een eerder bericht", en: "in an earlier message")
  private static let sameMessage = Bilingual(nl: "eerder in dit bericht", en: "earlier in this message")
}
