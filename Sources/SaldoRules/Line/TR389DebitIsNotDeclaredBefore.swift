import SaldoDomain

/// No approved, uncredited debit line stands for the same allocation, product period and product.
///
/// A credit of that line earlier in order of work, so anywhere in the same message, makes room for a new debit (OP366).
/// The rule needs the allocation, so that it never tells a provider about lines of another one
/// (Documentation/Funding.md).
///
/// Source: iStandaarden 3.2, TR389. Within a message it is TR416.
struct TR389DebitIsNotDeclaredBefore: LineRule {
  static let metadata = RuleMetadata(
    "TR389", level: .history, kinds: [.declaration], since: .v3_1, returnCode: ReturnCode(rawValue: "9389"),
    answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "Hetzelfde product is over dezelfde periode niet eerder gedeclareerd.",
      en: "The same product was not declared before over the same period."),
    sentence: Bilingual(
      nl: "Op toewijzing {allocation} is dit product {period} al toegekend en niet gecrediteerd.",
      en: "On allocation {allocation} this product was already granted {period} and not credited."),
    hint: Bilingual(
      nl: "Haal de regel weg, of crediteer eerst de regel die al is toegekend.",
      en: "Take the line out, or credit the line that was granted first."),
    facts: ["allocation", "period"], source: "iStandaarden 3.2, TR389")
  static let element = DeliveryLine.Element.allocation
  static let sides: Set<DebitCredit> = [.debit]

  static func applies(in context: RuleContext) -> Bool { !context.history.openDebits.isEmpty }

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    guard context.hasHistory, subject.hasAllocation else { return .notApplicable }
    guard let debits = context.history.openDebits[subject.named] else { return .pass }
    let line = subject.line
    let isOpen = debits.contains {
      $0.line.period == line.period && $0.line.product == line.product && !context.creditedNow.contains($0.id)
    }
    guard isOpen else { return .pass }
    return .fail(["allocation": .code(line.allocation.description), "period": .period(line.period)])
  }
}
