import SaldoDomain

/// The amount of a line fits what is left of the budget of its allocation.
///
/// Amounts are compared, as the budget is money: what was approved before, credits subtracted, of earlier messages and of
/// this one, where debits compete in message order.
///
/// Source: iStandaarden 3.2, TR369; Documentation/DeclarationGuide.md.
struct TR369AmountFitsTheBudget: LineRule {
  static let metadata = RuleMetadata(
    "TR369", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9369"), answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "Alle bedragen op een toewijzing passen samen in het budget.",
      en: "All amounts on an allocation together fit its budget."),
    sentence: Bilingual(
      nl: "Ingediend is {found} en eerder toegekend {approved}, samen {sum}, maar het budget is {budget}.",
      en: "Claimed is {found} and granted before {approved}, together {sum}, but the budget is {budget}."),
    hint: Bilingual(
      nl: "Verlaag het bedrag tot wat van het budget over is, of vraag een hoger budget.",
      en: "Lower the amount to what is left of the budget, or ask for a higher one."),
    facts: ["found", "approved", "sum", "budget"], source: "iStandaarden 3.2, TR369")
  static let element = DeliveryLine.Element.amount
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let line = subject.line
    guard let budget = subject.allocation?.product.budget else { return .notApplicable }
    let found = line.amount.signed
    let approved = context.use(of: subject.named).amount
    guard approved + found > budget else { return .pass }
    return .fail([
      "found": .amount(found), "approved": .amount(approved), "sum": .amount(approved + found),
      "budget": .amount(budget),
    ])
  }
}
