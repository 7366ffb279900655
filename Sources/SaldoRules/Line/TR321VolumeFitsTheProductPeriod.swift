import SaldoDomain

/// The volume of a line fits what the allocation gives for its product period.
///
/// Debits only; a credit repeats its debit. An allocation without a volume has nothing to compare with. See
/// ``VolumeCap``.
///
/// Source: iStandaarden 3.2, TR321.
struct TR321VolumeFitsTheProductPeriod: LineRule {
  static let metadata = RuleMetadata(
    "TR321", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9321"), answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "Het geleverde volume past in de toewijzing over de productperiode.",
      en: "The delivered volume fits the allocation over the product period."),
    sentence: Bilingual(
      nl: "Geleverd is {found}, maar {period} past hoogstens {bound}: \(VolumeCap.words).",
      en: "Delivered is {found}, but at most {bound} fits {period}: \(VolumeCap.words)."),
    hint: Bilingual(
      nl: "Verlaag het volume tot wat in deze periode past, of vraag een ruimere toewijzing.",
      en: "Lower the volume to what fits this period, or ask for a larger allocation."),
    facts: ["found", "period"] + VolumeCap.factNames, source: "iStandaarden 3.2, TR321")
  static let element = DeliveryLine.Element.volume
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let line = subject.line
    guard let product = subject.allocation?.product,
      let cap = VolumeCap.of(line.period, on: product, in: line.unit, domain: subject.header.standard.domain)
    else { return .notApplicable }
    guard line.volume > cap.bound else { return .pass }
    let facts: Facts = ["found": cap.quantity(line.volume), "period": .period(line.period)]
    return .fail(facts.adding(cap.facts))
  }
}
