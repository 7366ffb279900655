public import SaldoDomain

/// An amount fixed by the arrangement, paid in instalments at the start and on the result (arrangement).
///
/// A line has no element for an instalment: it claims all that is due by the last day of its product period and was not
/// claimed by an approved, uncredited line. A line above that is refused as a whole; below, it is accepted as declared
/// with a signal, and the rest can only be had by a credit and a new debit. A claim that could be on the result waits
/// for the outcome.
///
/// Source: Documentation/Funding.md.
public struct Arrangement: FundingModel {
  /// The findings that this model gives, one per meaning.
  public static let metadata = [
    nothingDue, aboveDue, aboveTotal, notAchieved, noOutcome, belowDue, planMissing, changeUnfit,
  ]

  static let nothingDue = RuleMetadata(
    "arrangement-nothing-due", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9321"),
    answerClass: .line, needs: [.region, .history],
    title: Bilingual(
      nl: "Een regel op een arrangement vraagt een termijn die verschuldigd en nog niet toegekend is.",
      en: "A line on an arrangement claims an instalment that is due and not granted yet."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, maar aan het eind van deze productperiode staat er geen termijn open.",
      en: "Claimed is {found}, but no instalment is open at the end of this product period."),
    hint: Bilingual(
      nl: "Dien een termijn één keer in; de resultaattermijn in de periode van de uitkomst of later.",
      en: "Claim an instalment once; the one on the result in the period of the outcome or later."),
    facts: ["found"], source: "Saldo, funding model arrangement")

  static let aboveDue = RuleMetadata(
    "arrangement", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9321"),
    answerClass: .line, needs: [.region, .history],
    title: Bilingual(
      nl: "Het bedrag is hoogstens wat aan termijnen van het arrangement openstaat.",
      en: "The amount is at most what is open of the instalments of the arrangement."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, maar aan het eind van deze productperiode staat {due} aan termijnen open.",
      en: "Claimed is {found}, but {due} of instalments is open at the end of this product period."),
    hint: Bilingual(
      nl: "Verlaag het bedrag tot de termijnen die in deze periode verschuldigd zijn.",
      en: "Lower the amount to the instalments that are due in this period."),
    facts: ["due", "found"], source: "Saldo, funding model arrangement")

  static let aboveTotal = RuleMetadata(
    "arrangement-total", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9322"),
    answerClass: .line, needs: [.region, .history],
    title: Bilingual(
      nl: "De termijnen zijn samen hoogstens wat afspraak en uitkomst van het arrangement overlaten.",
      en: "The instalments are together at most what agreement and outcome of the arrangement leave."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, maar van het arrangement rest in totaal nog {left}.",
      en: "Claimed is {found}, but in all {left} is left of the arrangement."),
    hint: Bilingual(
      nl: "Verlaag het bedrag tot wat van het arrangement over is.",
      en: "Lower the amount to what is left of the arrangement."),
    facts: ["left", "found"], source: "Saldo, funding model arrangement")

  static let notAchieved = RuleMetadata(
    "arrangement-not-achieved", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9322"),
    answerClass: .line, needs: [.region, .history],
    title: Bilingual(
      nl: "Zonder behaald resultaat wordt de resultaattermijn niet betaald.",
      en: "Without a result the instalment on the result is not paid."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, maar de doelen zijn op {date} beoordeeld als niet behaald: er staat {due} open.",
      en: "Claimed is {found}, but on {date} the goals were assessed as not met: {due} is open."),
    hint: Bilingual(
      nl: "Dien de resultaattermijn niet in; de gemeente kan de toewijzing met een 301 verlagen.",
      en: "Do not claim the result; the municipality can lower the allocation with a 301."),
    facts: ["date", "due", "found"], source: "Saldo, funding model arrangement")

  static let noOutcome = RuleMetadata(
    "arrangement-no-outcome", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9322"),
    answerClass: .line, needs: [.region, .history],
    title: Bilingual(
      nl: "Een resultaattermijn is pas verschuldigd als de uitkomst van het arrangement is vastgelegd.",
      en: "An instalment on the result is due when the outcome of the arrangement is recorded."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, maar zonder uitkomst staat {due} open; op de uitkomst wordt gewacht tot {until}.",
      en: "Claimed is {found}, but without an outcome {due} is open; the outcome is awaited until {until}."),
    hint: Bilingual(
      nl: "Laat de uitkomst gezamenlijk beoordelen en vastleggen, en dien dan de resultaattermijn in.",
      en: "Have the outcome assessed together and recorded, and then claim the result."),
    facts: ["due", "found", "until"], source: "Saldo, funding model arrangement")

  static let belowDue = RuleMetadata(
    signal: ArrangementClaim.belowDue, level: .contract, kinds: [.declaration], needs: [.region, .history],
    title: Bilingual(
      nl: "Het bedrag is niet lager dan wat aan termijnen openstaat.",
      en: "The amount is not below what is open of the instalments."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, minder dan de {due} aan termijnen die openstaat; toegekend zoals ingediend.",
      en: "Claimed is {found}, less than the {due} of instalments that is open; granted as declared."),
    hint: Bilingual(
      nl: "De rest is alleen te krijgen door deze regel te crediteren en opnieuw in te dienen.",
      en: "The rest can only be had by crediting this line and declaring it again."),
    facts: ["due", "found"], source: "Saldo, funding model arrangement")

  static let planMissing = RuleMetadata(
    signal: "arrangement-plan", level: .contract, kinds: [.declaration], needs: [.region, .history],
    title: Bilingual(
      nl: "Zonder besluit geven een gezinsplan en een arrangement samen recht op zorg.",
      en: "Without a decision, a family plan and an arrangement together give a right to care."),
    sentence: Bilingual(nl: "Bij deze toewijzing ontbreekt {missing}.", en: "This allocation lacks {missing}."),
    hint: Bilingual(
      nl: "De gemeente legt de datum van het ontbrekende stuk vast in arrangements.csv.",
      en: "The municipality records the date of what is missing in arrangements.csv."),
    facts: ["missing"], source: "Saldo, funding model arrangement")

  static let changeUnfit = RuleMetadata(
    signal: "arrangement-change", level: .contract, kinds: [.declaration], needs: [.region, .history],
    title: Bilingual(
      nl: "Een wijziging van een arrangement gaat uit van het bedrag dat stond.",
      en: "A change of an arrangement starts from the amount that stood."),
    sentence: Bilingual(
      nl: "Een vastgelegde wijziging gaat niet uit van het bedrag dat stond; er is gerekend met {amount}.",
      en: "A recorded change does not start from the amount that stood; {amount} was used."),
    hint: Bilingual(
      nl: "De gemeente zet in arrangement_changes.csv het oude bedrag gelijk aan wat voor de wijziging gold.",
      en: "The municipality sets the old amount in arrangement_changes.csv to what held before the change."),
    facts: ["amount"], source: "Saldo, funding model arrangement")

  /// The model has no settings.
  public init() {}

  /// What is open of the instalments by the last day of the product period, and whether the claim stays within it.
  public func value(_ claim: Claim) -> Valuation {
    let course = claim.arrangement ?? Claim.Arrangement()
    let balance = ArrangementBalance(
      price: claim.terms.row.price, agreement: claim.terms.agreement, allocation: claim.allocation, file: course.file,
      claims: course.claims.filter { $0.product == claim.line.product }, paidOnReplaced: course.paidOnReplaced,
      closedFrom: claim.closedFrom)
    var valuation = Self.verdict(claim.line, balance, course.file.outcome)
    valuation.signals += Self.signals(claim.terms.agreement, course.file, balance)
    return valuation
  }

  private static func verdict(
    _ line: DeliveryLine, _ balance: ArrangementBalance, _ outcome: ArrangementOutcome?
  ) -> Valuation {
    let end = line.period.end
    let found = line.amount.size
    let due = balance.payable(by: end)
    let facts: Facts = ["due": .amount(due), "found": .amount(found)]
    if due > .zero, found <= due {
      return found == due ? Valuation(due: due) : Valuation(due: due, remark: .init(rule: belowDue.code, facts: facts))
    }
    if let outcome, outcome.percent == 0, balance.result != nil {
      return Valuation(
        due: due,
        remark: .init(
          rule: notAchieved.code,
          facts: ["date": .date(outcome.date), "due": .amount(due), "found": .amount(found)]))
    }
    if isOnResult(found, due: due, by: end, balance) {
      return Valuation(due: due, heldFor: .init(rule: noOutcome.code, facts: facts))
    }
    if due == .zero {
      return Valuation(due: due, remark: .init(rule: nothingDue.code, facts: ["found": .amount(found)]))
    }
    let left = balance.leftOfTotal
    if found > left {
      return Valuation(
        due: due,
        remark: .init(rule: aboveTotal.code, facts: ["left": .amount(left), "found": .amount(found)]))
    }
    return Valuation(due: due, remark: .init(rule: aboveDue.code, facts: facts))
  }

  /// Whether a claim above what is due can be on a result that nobody assessed yet.
  ///
  /// A line does not name its instalment. One that asks for all that goals met in full would make due is on the result;
  /// when the start was claimed before, so is one that asks for less, unless it asks for the start a second time.
  private static func isOnResult(
    _ found: Euros, due: Euros, by end: CalendarDate, _ balance: ArrangementBalance
  ) -> Bool {
    guard balance.result == nil, found > due else { return false }
    let full = balance.payableOnResult(by: end)
    return found == full || due == .zero && found < full && found != balance.start
  }

  /// What the municipality should know of the arrangement, whatever the verdict.
  private static func signals(
    _ agreement: Agreement, _ file: ArrangementFile, _ balance: ArrangementBalance
  ) -> [Valuation.Remark] {
    var signals: [Valuation.Remark] = []
    if agreement.entitlement == .planAndArrangement, let missing = missingPapers(of: file.plan) {
      signals.append(.init(rule: planMissing.code, facts: ["missing": .phrase(missing)]))
    }
    if balance.hasUnfittingChange {
      signals.append(.init(rule: changeUnfit.code, facts: ["amount": .amount(balance.amount)]))
    }
    return signals
  }

  /// The papers that are missing, in words; nil when both are there.
  private static func missingPapers(of plan: ArrangementPlan?) -> Bilingual? {
    switch (plan?.planDate, plan?.arrangementDate) {
    case (_?, _?): nil
    case (nil, _?): Bilingual(nl: "de datum van het gezinsplan", en: "the date of the family plan")
    case (_?, nil): Bilingual(nl: "de datum van het arrangement", en: "the date of the arrangement")
    case (nil, nil):
      Bilingual(
        nl: "de datum van het gezinsplan en die van het arrangement",
        en: "the date of the family plan and that of the arrangement")
    }
  }
}
