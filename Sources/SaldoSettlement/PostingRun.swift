import SaldoDomain
import SaldoFunding
import SaldoLedger
import SaldoRules

/// Values and posts the lines of one declaration that the rules approve, as the evaluator hands them over: credits
/// first, then debits in message order.
///
/// A model may still reject a debit; the judgement then carries its code. A credit is never valued again: it reverses
/// what its debit booked, at the delivery month of the debit.
struct PostingRun {
  private let declaration: DeclarationMessage
  private let number: JournalNumber
  private let bookingMonth: CalendarMonth
  private let region: RegionContracts?
  private let known: WorkingSet
  private var ceilings: ClientCeilingCounter
  private var spending: SpendingCounter
  private var use: [AllocationNumber: AllocationUse]
  private var postings: [Posting] = []
  private(set) var reversals: [Booking.Reversal] = []

  init(
    of declaration: DeclarationMessage, as number: JournalNumber, asOf: CalendarDate, region: RegionContracts?,
    known: WorkingSet
  ) {
    self.declaration = declaration
    self.number = number
    bookingMonth = asOf.month
    self.region = region
    self.known = known
    ceilings = ClientCeilingCounter(known.ceilings, in: region?.snapshot, asOf: asOf)
    spending = SpendingCounter(known.spending, in: region?.snapshot)
    use = known.use
  }

  /// The postings; they balance by construction, because each line adds an amount and its opposite.
  var balanced: BalancedPostings { .of(pairs: postings) }

  /// Takes a line that the rules approve; a model may still give it a code.
  mutating func take(_ position: Int, into judgement: inout Judgement) {
    let line = declaration.lines[position]
    if line.isCredit {
      credit(line, at: position, into: &judgement)
    } else {
      debit(line, at: position, into: &judgement)
    }
  }

  private mutating func credit(_ line: DeliveryLine, at position: Int, into judgement: inout Judgement) {
    guard let reference = line.previousReference, let undone = known.earlierLines[reference] else { return }
    reversals.append(Booking.Reversal(credit: position, debit: undone.id))
    post(line, at: position, agreement: undone.agreement, into: &judgement)
    let remarks = spending.count(credit: line, agreement: undone.agreement, isOfApart: undone.isSetApart)
    for remark in remarks { _ = remarked(remark, at: position, in: &judgement) }
  }

  /// Values and posts a debit; without known terms, as in a check without contracts, it counts as declared.
  private mutating func debit(_ line: DeliveryLine, at position: Int, into judgement: inout Judgement) {
    guard let allocation = known.allocations[line.allocation],
      let terms = region?.catalogue.terms(
        for: line.product, unit: line.unit, provider: declaration.header.provider,
        municipality: declaration.header.municipality, delivery: line.period.begin,
        start: allocation.product.validity.begin)
    else { return post(line, at: position, agreement: nil, into: &judgement) }
    let claim = Claim(
      line: line, terms: terms, allocation: allocation.product.validity,
      approvedBefore: use[line.allocation]?.amount(of: line.product) ?? .zero)
    let valuation = FundingModels.model(of: terms.agreement.model).value(claim)
    if let remark = valuation.remark, remarked(remark, at: position, in: &judgement) == .reject { return }
    post(line, at: position, agreement: terms.agreement.key, into: &judgement)
    let remarks = spending.count(
      debit: line, agreement: terms.agreement.key, isSpecific: allocation.product.code != nil)
    for remark in remarks { _ = remarked(remark, at: position, in: &judgement) }
  }

  private mutating func post(
    _ line: DeliveryLine, at position: Int, agreement: String?, into judgement: inout Judgement
  ) {
    let bsn = declaration.clients[line.client].bsn
    use[line.allocation, default: AllocationUse()].add(line)
    let cost = Account(
      kind: .careCost, domain: declaration.header.standard.domain, municipality: declaration.header.municipality,
      provider: declaration.header.provider, product: line.product, agreement: agreement)
    var payable = cost
    payable.kind = .payable
    for (account, amount) in [(cost, line.amount.signed), (payable, -line.amount.signed)] {
      postings.append(
        Posting(
          account: account, amount: amount, line: LineID(message: number, position: position), bsn: bsn,
          deliveryMonth: line.period.begin.month, declarationMonth: declaration.period.begin.month,
          bookingMonth: bookingMonth))
    }
    for remark in ceilings.count(line, of: bsn, agreement: agreement) {
      _ = remarked(remark, at: position, in: &judgement)
    }
  }

  /// Adds a model's remark as a finding at the line's amount, with its code when it rejects.
  private func remarked(_ remark: Valuation.Remark, at position: Int, in judgement: inout Judgement) -> Severity {
    guard let metadata = RuleCatalogue.metadata(of: remark.rule) else { return .signal }
    let place = declaration.place(of: .amount, line: position)
    judgement.findings.append(metadata.finding(at: place, facts: remark.facts))
    if let code = metadata.returnCode { judgement.lineCodes[position, default: []].append(code) }
    return metadata.severity
  }
}
