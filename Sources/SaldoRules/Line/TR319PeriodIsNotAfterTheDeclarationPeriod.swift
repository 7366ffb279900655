import SaldoDomain

/// A product period lies in the declaration period or before it.
///
/// The register of rules has it at the line with 9319; the reference style sheet tests it for every line, credits too,
/// and so refuses the whole message with 0001. A setting of the region chooses
/// (``RegionSettings/LatePeriodAnswer``); without a region the register holds. A credit repeats a line that was approved
/// in an earlier or the same declaration period, so at the line only debits are judged (IV085).
///
/// Source: iStandaarden 3.2, TR319; Documentation/DeclarationGuide.md.
struct TR319PeriodIsNotAfterTheDeclarationPeriod: LineRule {
  static let metadata = RuleMetadata(
    "TR319", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9319"), answerClass: .line,
    title: Bilingual(
      nl: "Een productperiode ligt in de declaratieperiode of daarvoor.",
      en: "A product period lies in the declaration period or before it."),
    sentence: Bilingual(
      nl: "De productperiode is {found}, maar de declaratieperiode eindigt op {bound}.",
      en: "The product period is {found}, but the declaration period ends on {bound}."),
    hint: Bilingual(
      nl: "Neem de regel op in de declaratie over zijn eigen maand of een latere.",
      en: "Put the line into the declaration over its own month or a later one."),
    facts: ["found", "bound"], source: "iStandaarden 3.2, TR319")
  static let element = DeliveryLine.Element.periodEnd
  static let sides: Set<DebitCredit> = [.debit]

  static func applies(in context: RuleContext) -> Bool { answer(in: context) == .line }

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    Self.verdict(on: subject.line.period, declaredOver: subject.declarationPeriod)
  }

  /// The findings at level 2, one per line; none unless the region follows the style sheet.
  static func formFindings(of message: DeclarationMessage, in context: RuleContext) -> [Finding] {
    guard answer(in: context) == .message else { return [] }
    return message.lines.enumerated().compactMap { position, line in
      guard case .fail(let facts) = verdict(on: line.period, declaredOver: message.period) else { return nil }
      var finding = metadata.finding(at: message.place(of: element, line: position), facts: facts)
      finding.level = .message
      finding.returnCode = .technicallyRejected
      finding.answerClass = .header
      return finding
    }
  }

  private static func answer(in context: RuleContext) -> RegionSettings.LatePeriodAnswer {
    context.region?.snapshot.settings.tr319 ?? .line
  }

  private static func verdict(on period: Period, declaredOver declared: Period) -> Verdict {
    guard max(period.begin, period.end) > declared.end else { return .pass }
    return .fail(["found": .period(period), "bound": .date(declared.end)])
  }
}
