import SaldoDomain
import SaldoFunding
import SaldoTestSupport

/// One arrangement on allocation 1001 of the sample product, from 13 January 2026 on, and what became of it.
struct ArrangementCase {
  var price: Int64
  var instalments = Agreement.Instalment.halves
  var onReplacement = Agreement.OnReplacement.keep
  var entitlement = Agreement.Entitlement.allocation
  var allocation = OpenPeriod("2026-01-13", "2026-12-31")
  var file = ArrangementFile()
  var claims: [ArrangementClaim] = []
  var paidOnReplaced: Int64 = 0
  var closedFrom: CalendarDate?

  static let key = ArrangementKey(municipality: Sample.municipality, allocation: AllocationNumber(1001))

  init(_ price: Int64, _ instalments: [Agreement.Instalment] = Agreement.Instalment.halves) {
    self.price = price
    self.instalments = instalments
  }

  /// The product period of a month of 2026, clipped to the allocation.
  static func period(_ month: Int) -> Period {
    let whole = CalendarMonth(year: 2026, month: month).period
    return Period(begin: max(whole.begin, "2026-01-13"), end: whole.end)
  }

  /// What the model says of a line of this many cents over a month.
  func value(_ cents: Int64, month: Int) -> Valuation {
    var agreement = Agreement(key: "arr", name: "Arrangementen", model: .arrangement, tariffDate: .start)
    agreement.instalments = instalments
    agreement.onReplacement = onReplacement
    agreement.entitlement = entitlement
    let line = DeliveryLine.sample(
      period: Self.period(month), volume: cents, unit: .euro, tariff: nil, amount: .debit(cents))
    let row = PriceRow.sample(unit: .euro, price: price, basis: .total, agreement: "arr")
    return Arrangement().value(
      Claim(
        line: line, terms: ContractTerms(row: row, agreement: agreement), allocation: allocation,
        approvedBefore: .zero, closedFrom: closedFrom,
        arrangement: .init(file: file, claims: claims, paidOnReplaced: Euros(cents: paidOnReplaced))))
  }

  /// What the model says, in a word and with what was due: `accept`, `signal`, `held` or the rule that rejects.
  func verdict(_ cents: Int64, month: Int) -> Verdict {
    let valuation = value(cents, month: month)
    let due = valuation.due.cents
    guard let remark = valuation.remark else { return Verdict("accept", due) }
    if valuation.isHeld { return Verdict("held", due) }
    return Verdict(remark.rule == "arrangement-below" ? "signal" : remark.rule.rawValue, due)
  }

  struct Verdict: Equatable, CustomStringConvertible {
    let word: String
    let due: Int64
    init(_ word: String, _ due: Int64) {
      self.word = word
      self.due = due
    }
    var description: String { "\(word) of \(due)" }
    var approves: Bool { word == "accept" || word == "signal" }
  }

  /// Takes a line when the model does, and says what it said.
  mutating func claim(_ cents: Int64, month: Int) -> Verdict {
    let verdict = verdict(cents, month: month)
    if verdict.approves {
      claims.append(
        ArrangementClaim(
          id: LineID(message: Int64(claims.count + 1), position: 0), product: Sample.product,
          periodEnd: Self.period(month).end, amount: Euros(cents: cents),
          forgone: Euros(cents: verdict.due - cents)))
    }
    return verdict
  }

  mutating func outcome(_ percent: Int, on date: CalendarDate) {
    file.outcome = ArrangementOutcome(
      arrangement: Self.key, product: Sample.product, date: date,
      result: percent == 100 ? .achieved : percent == 0 ? .notAchieved : .partly, percent: percent,
      assessedBy: "cliënt, aanbieder en gemeente")
  }

  mutating func change(from old: Int64, to new: Int64, on date: CalendarDate = "2026-03-10") {
    file.changes.append(
      ArrangementChange(
        arrangement: Self.key, date: date, old: Euros(cents: old), new: Euros(cents: new), agreedBy: "partijen"))
  }

  mutating func replace(_ reason: ArrangementReplacement.Reason) {
    file.replacing = ArrangementReplacement(
      arrangement: ArrangementKey(municipality: Sample.municipality, allocation: AllocationNumber(900)),
      replacedBy: AllocationNumber(1001), from: "2026-01-13", reason: reason)
  }

  var balance: ArrangementBalance {
    var agreement = Agreement(key: "arr", name: "Arrangementen", model: .arrangement)
    agreement.instalments = instalments
    agreement.onReplacement = onReplacement
    return ArrangementBalance(
      price: Euros(cents: price), agreement: agreement, allocation: allocation, file: file, claims: claims,
      paidOnReplaced: Euros(cents: paidOnReplaced), closedFrom: closedFrom)
  }
}
