import SaldoDomain

/// The volume of a line fits what is left of the allocation over its whole duration.
///
/// What was approved before counts, credits subtracted: of earlier messages and of this one, where debits compete in
/// message order. Rejected lines count nowhere. With minutes and hours on one allocation all is counted in minutes. There
/// is no total for an allocation without end, unless its volume is one. See ``VolumeCap``.
///
/// Source: iStandaarden 3.2, TR322; Documentation/DeclarationGuide.md.
struct TR322VolumeFitsTheWholeAllocation: LineRule {
  static let metadata = RuleMetadata(
    "TR322", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9322"), answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "Alle volumes op een toewijzing passen samen in de toewijzing.",
      en: "All volumes on an allocation together fit the allocation."),
    sentence: Bilingual(
      nl: "Geleverd is {found} en eerder toegekend {approved}, samen {sum}, maar er past in totaal {bound}: "
        + "\(VolumeCap.words).",
      en: "Delivered is {found} and granted before {approved}, together {sum}, but at most {bound} fits in total: "
        + "\(VolumeCap.words)."),
    hint: Bilingual(
      nl: "Verlaag het volume tot wat op de toewijzing over is, of vraag een ruimere toewijzing.",
      en: "Lower the volume to what is left on the allocation, or ask for a larger one."),
    facts: ["found", "approved", "sum"] + VolumeCap.factNames, source: "iStandaarden 3.2, TR322")
  static let element = DeliveryLine.Element.volume
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let line = subject.line
    guard let product = subject.allocation?.product else { return .notApplicable }
    let use = context.use(of: subject.named)
    let inMinutes = line.unit == .hour && product.volume?.unit == .hour && use.has(.minute)
    guard let cap = VolumeCap.total(of: product, in: inMinutes ? .minute : line.unit) else { return .notApplicable }
    let found = inMinutes ? line.volume * 60 : line.volume
    let approved = use.volume(in: cap.unit)
    guard approved + found > cap.bound else { return .pass }
    let facts: Facts = [
      "found": cap.quantity(found), "approved": cap.quantity(approved), "sum": cap.quantity(approved + found),
    ]
    return .fail(facts.adding(cap.facts))
  }
}
