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
  private let asOf: CalendarDate
  private let receivedOn: CalendarDate
  private let region: RegionContracts?
  private let known: WorkingSet
  /// The advances of the provider, for the municipality and the domain.
  private let advances: [Advance]
  /// From when the provider was closed; nil while it is open.
  private let closedFrom: CalendarDate?
  private var spending: SpendingCounter
  /// What is used so far of the allocations of lines that were taken; counted from when a price for a whole allocation first
  /// asks for it.
  private var use: [ClientAllocation: AllocationUse]?
  private var paidOnReplaced: [ClientAllocation: Euros]
  private var arrangementClaims: [ClientAllocation: [ArrangementClaim]]
  /// The places of the accounts of lines that were posted.
  private var accounts: [AccountKey: Accounts] = [:]
  /// Those of payable lines, by the identity of their terms, which are of one product and agreement; with the terms, because
  /// an identity is only theirs as long as they are there.
  private var payableUnder: [ObjectIdentifier: (terms: ContractTerms, accounts: Accounts)] = [:]
  /// What the lines booked so far.
  private(set) var postings: LinePostings
  private(set) var reversals: [Booking.Reversal] = []
  /// The day until which the declaration waits, because a model holds one of its lines; nil when it can be decided.
  private(set) var heldUntil: CalendarDate?

  init(
    of declaration: DeclarationMessage, as number: JournalNumber, asOf: CalendarDate, receivedOn: CalendarDate,
    bookingMonth: CalendarMonth, region: RegionContracts?, known: WorkingSet
  ) {
    self.declaration = declaration
    self.number = number
    self.asOf = asOf
    self.receivedOn = receivedOn
    self.region = region
    self.known = known
    let header = declaration.header
    advances =
      region?.snapshot.lumpSums.advances(
        to: header.provider, for: header.municipality, header.standard.domain) ?? []
    closedFrom = region?.closure(of: header.provider)
    spending = SpendingCounter(known.spending, in: region?.snapshot)
    paidOnReplaced = known.paidOnReplaced
    arrangementClaims = known.arrangementClaims
    postings = LinePostings(
      declarationMonth: declaration.period.begin.month, bookingMonth: bookingMonth, capacity: declaration.lines.count)
  }

  /// Takes a line that the rules approve; a model may still give it a code.
  ///
  /// - Parameters:
  ///   - allocation: The allocation of the line, when it is known.
  ///   - terms: The terms of its contract, when the region is known and has them.
  mutating func take(
    _ line: DeliveryLine, at position: Int, on allocation: KnownAllocation?, under terms: ContractTerms?,
    into judgement: inout Judgement
  ) {
    if line.isCredit {
      credit(line, at: position, into: &judgement)
    } else {
      debit(line, at: position, on: allocation, under: terms, into: &judgement)
    }
  }

  private mutating func credit(_ line: DeliveryLine, at position: Int, into judgement: inout Judgement) {
    guard let reference = line.previousReference, let undone = known.earlierLines[reference] else { return }
    reversals.append(Booking.Reversal(credit: position, debit: undone.id))
    if !arrangementClaims.isEmpty { arrangementClaims[named(by: line)]?.removeAll { $0.id == undone.id } }
    post(
      line, at: position, agreement: undone.agreement, owed: undone.isSettledWithAdvances ? .unsettled : .payable)
    let remarks = spending.count(credit: line, agreement: undone.agreement, isOfApart: undone.isSetApart)
    for remark in remarks { _ = remarked(remark, at: position, in: &judgement) }
  }

  /// Values and posts a debit; without known terms, as in a check without contracts, it counts as declared.
  private mutating func debit(
    _ line: DeliveryLine, at position: Int, on allocation: KnownAllocation?, under terms: ContractTerms?,
    into judgement: inout Judgement
  ) {
    guard let allocation, let terms else {
      return post(line, at: position, agreement: nil, owed: .payable)
    }
    let named = named(by: line)
    let claim = Claim(
      line: line, terms: terms, allocation: allocation.product.validity,
      approvedBefore: terms.row.basis == .total ? approved(of: line.product, on: named) : .zero, closedFrom: closedFrom,
      arrangement: terms.agreement.model == .arrangement ? arrangement(of: line, on: allocation) : nil)
    let valuation = FundingModels.model(of: terms.agreement.model).value(claim)
    for signal in valuation.signals { _ = remarked(signal, at: position, in: &judgement) }
    if valuation.isHeld, let remark = valuation.remark {
      let day = Hold(receivedOn: receivedOn, workingDays: terms.agreement.holdDays).lastDay
      return hold(remark, until: day, at: position, into: &judgement)
    }
    if let remark = valuation.remark, remarked(remark, at: position, in: &judgement) == .reject { return }
    if terms.agreement.model == .arrangement {
      arrangementClaims[named, default: []].append(
        ArrangementClaim(
          id: LineID(message: number, position: position), product: line.product, periodEnd: line.period.end,
          amount: line.amount.size, forgone: valuation.due - line.amount.size))
    }
    post(line, at: position, under: terms, agreement: terms.agreement.key, owed: owed(line, under: terms))
    let remarks = spending.count(
      debit: line, agreement: terms.agreement.key, isSpecific: allocation.product.code != nil)
    for remark in remarks { _ = remarked(remark, at: position, in: &judgement) }
  }

  /// What was approved of a product on an allocation, by earlier messages and by the lines before.
  private mutating func approved(of product: Product, on named: ClientAllocation) -> Euros {
    if use == nil {
      use = [:]
      for posted in postings.lines { count(declaration.lines[posted.id.position]) }
    }
    return (use?[named] ?? known.use[named])?.amount(of: product) ?? .zero
  }

  private mutating func count(_ line: DeliveryLine) {
    let named = named(by: line)
    use?[named, default: known.use[named] ?? AllocationUse()].add(line)
  }

  /// Where the debt of a line is booked: to be settled with the advances of its agreement and year, else payable.
  private func owed(_ line: DeliveryLine, under terms: ContractTerms) -> Account.Kind {
    guard !advances.isEmpty else { return .payable }
    let year = line.period.begin.year
    return advances.contains { $0.agreement == terms.agreement.key && $0.year == year } ? .unsettled : .payable
  }

  /// What is known of the arrangement that a line claims.
  ///
  /// The region keeps it under the municipality that granted the allocation, also after a merger.
  private func arrangement(of line: DeliveryLine, on allocation: KnownAllocation) -> Claim.Arrangement? {
    guard let region else { return nil }
    let key = ArrangementKey(
      domain: declaration.header.standard.domain,
      municipality: allocation.predecessor ?? declaration.header.municipality, allocation: line.allocation)
    let file = region.arrangementFile(of: key, line.product, asOf: asOf)
    var paid = Euros.zero
    if let replaced = file.replacing?.arrangement.allocation, !file.replacedHadResult {
      paid = paidOnReplaced[ClientAllocation(replaced, of: named(by: line).bsn)] ?? .zero
    }
    return Claim.Arrangement(
      file: file, claims: arrangementClaims[named(by: line)] ?? [], paidOnReplaced: paid)
  }

  /// The allocation that a line names, for its client.
  private func named(by line: DeliveryLine) -> ClientAllocation {
    ClientAllocation(line.allocation, of: declaration.clients[line.client].bsn)
  }

  /// Lets a line wait, or rejects it when its hold is over. A line that waits leaves the declaration undecided.
  private mutating func hold(
    _ remark: Valuation.Remark, until day: CalendarDate, at position: Int, into judgement: inout Judgement
  ) {
    let remark = Valuation.Remark(rule: remark.rule, facts: remark.facts.adding("until", .date(day)))
    guard asOf < day else {
      _ = remarked(remark, at: position, in: &judgement)
      return
    }
    guard let metadata = RuleCatalogue.metadata(of: remark.rule) else { return }
    judgement.findings.append(
      metadata.hold(at: declaration.place(of: .amount, line: position), facts: remark.facts))
    heldUntil = max(heldUntil ?? day, day)
  }

  private mutating func post(
    _ line: DeliveryLine, at position: Int, under terms: ContractTerms? = nil, agreement: @autoclosure () -> String?,
    owed: Account.Kind
  ) {
    if use != nil { count(line) }
    if !paidOnReplaced.isEmpty { paidOnReplaced[named(by: line)]? += line.amount.signed }
    let payable = owed == .payable ? terms : nil
    let accounts =
      payable.flatMap { payableUnder[$0.identity]?.accounts }
      ?? accounts(of: line.product, agreement: agreement(), owed: owed, payableUnder: payable)
    postings.append(
      LinePostings.Line(
        id: LineID(message: number, position: position), amount: line.amount.signed,
        bsn: declaration.clients[line.client].bsn, deliveryMonth: line.period.begin.month, cost: accounts.cost,
        debt: accounts.debt))
  }

  /// The accounts of a line; made once for each product, agreement and debt.
  private mutating func accounts(
    of product: Product, agreement: String?, owed: Account.Kind, payableUnder terms: ContractTerms?
  ) -> Accounts {
    let key = AccountKey(product: product, agreement: agreement, owed: owed)
    let header = declaration.header
    func account(_ kind: Account.Kind) -> Account {
      Account(
        kind: kind, domain: header.standard.domain, municipality: header.municipality, provider: header.provider,
        product: product, agreement: agreement)
    }
    let accounts: Accounts
    if let known = self.accounts[key] {
      accounts = known
    } else {
      accounts = (cost: postings.place(of: account(.careCost)), debt: postings.place(of: account(owed)))
      self.accounts[key] = accounts
    }
    if let terms { payableUnder[terms.identity] = (terms, accounts) }
    return accounts
  }

  /// The places of the accounts of a line.
  private typealias Accounts = (cost: Int32, debt: Int32)

  /// What tells the accounts of the lines of one declaration apart.
  private struct AccountKey: Hashable {
    let product: Product
    let agreement: String?
    let owed: Account.Kind

    // Most products are paid under one agreement, in one way.
    func hash(into hasher: inout Hasher) { hasher.combine(product) }
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
