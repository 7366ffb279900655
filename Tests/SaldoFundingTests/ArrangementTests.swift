import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

/// Worked examples of one arrangement: € 8,000.00 in halves, unless they say otherwise.
struct ArrangementTests {
  private typealias Verdict = ArrangementCase.Verdict

  @Test func `the start is due once, in the period of the first day or a later one`() {
    var arrangement = ArrangementCase(800_000)
    #expect(arrangement.verdict(400_000, month: 1) == Verdict("accept", 400_000))
    #expect(arrangement.verdict(400_000, month: 2) == Verdict("accept", 400_000))
    #expect(arrangement.claim(400_000, month: 3) == Verdict("accept", 400_000))
    // A later claim took it, so that an earlier period has nothing left.
    #expect(arrangement.verdict(399_999, month: 1) == Verdict("held", 0))
    #expect(arrangement.verdict(800_000, month: 1) == Verdict("arrangement-nothing-due", 0))
  }

  @Test func `above is rejected as a whole, below is accepted and the rest given up`() {
    var arrangement = ArrangementCase(800_000)
    #expect(arrangement.verdict(400_001, month: 1) == Verdict("arrangement", 400_000))
    #expect(arrangement.verdict(800_001, month: 1) == Verdict("arrangement-total", 400_000))
    #expect(arrangement.claim(399_999, month: 1) == Verdict("signal", 400_000))
    arrangement.outcome(100, on: "2026-06-20")
    #expect(arrangement.verdict(1, month: 2) == Verdict("arrangement-nothing-due", 0))
    #expect(arrangement.verdict(400_001, month: 6) == Verdict("arrangement-total", 400_000))
    // Credited and declared again, all of it is due.
    arrangement.claims = []
    #expect(arrangement.claim(400_000, month: 1) == Verdict("accept", 400_000))
    #expect(arrangement.claim(400_000, month: 6) == Verdict("accept", 400_000))
  }

  @Test func `nothing due is rejected, a claim of nothing included`() {
    var arrangement = ArrangementCase(800_000)
    _ = arrangement.claim(400_000, month: 1)
    #expect(arrangement.verdict(0, month: 2) == Verdict("arrangement-nothing-due", 0))
    arrangement.outcome(100, on: "2026-06-20")
    // Before the outcome, and after all was claimed.
    #expect(arrangement.verdict(400_000, month: 5) == Verdict("arrangement-nothing-due", 0))
    _ = arrangement.claim(400_000, month: 6)
    #expect(arrangement.verdict(1, month: 7) == Verdict("arrangement-nothing-due", 0))
  }

  @Test func `the result is due in the period of the outcome or a later one`() {
    var arrangement = ArrangementCase(800_001)
    _ = arrangement.claim(400_000, month: 1)
    arrangement.outcome(100, on: "2026-06-30")
    #expect(arrangement.verdict(400_001, month: 5) == Verdict("arrangement-nothing-due", 0))
    #expect(arrangement.verdict(400_001, month: 6) == Verdict("accept", 400_001))
    #expect(arrangement.verdict(400_001, month: 9) == Verdict("accept", 400_001))
    arrangement.outcome(100, on: "2026-07-01")
    #expect(arrangement.verdict(400_001, month: 6) == Verdict("arrangement-nothing-due", 0))
  }

  @Test func `an outcome after the last day of the allocation counts on that day`() {
    var arrangement = ArrangementCase(800_000)
    arrangement.allocation = OpenPeriod("2026-01-13", "2026-06-30")
    _ = arrangement.claim(400_000, month: 1)
    arrangement.outcome(100, on: "2026-07-15")
    #expect(arrangement.verdict(400_000, month: 5) == Verdict("arrangement-nothing-due", 0))
    #expect(arrangement.verdict(400_000, month: 6) == Verdict("accept", 400_000))
  }

  @Test func `start and result in one period are one line with the sum`() {
    var arrangement = ArrangementCase(800_001)
    arrangement.outcome(100, on: "2026-01-31")
    #expect(arrangement.verdict(800_001, month: 1) == Verdict("accept", 800_001))
    #expect(arrangement.verdict(400_000, month: 1) == Verdict("signal", 800_001))
    #expect(arrangement.verdict(800_002, month: 1) == Verdict("arrangement-total", 800_001))
  }

  @Test func `a start that was credited is due again, and only what a later claim left`() {
    var arrangement = ArrangementCase(800_000)
    _ = arrangement.claim(400_000, month: 1)
    arrangement.outcome(100, on: "2026-06-20")
    _ = arrangement.claim(400_000, month: 6)
    arrangement.claims.removeFirst()
    #expect(arrangement.verdict(400_000, month: 1) == Verdict("accept", 400_000))
    #expect(arrangement.verdict(400_001, month: 7) == Verdict("arrangement-total", 400_000))
  }

  // MARK: - Outcomes

  @Test func `partly pays its percentage of the result, rounded once`() {
    // The result is € 3,333.35: 60 % is 2000.01, and 1 % is 33.3335, rounded to 33.33.
    var arrangement = ArrangementCase(666_669)
    _ = arrangement.claim(333_334, month: 1)
    arrangement.outcome(60, on: "2026-06-20")
    #expect(arrangement.verdict(200_001, month: 6) == Verdict("accept", 200_001))
    #expect(arrangement.verdict(200_002, month: 6) == Verdict("arrangement-total", 200_001))
    arrangement.outcome(1, on: "2026-06-20")
    #expect(arrangement.verdict(3333, month: 6) == Verdict("accept", 3333))
  }

  @Test func `half a cent is rounded up`() {
    // The result is 5 cents; 50 % is 2.5, rounded away from zero to 3.
    var arrangement = ArrangementCase(10)
    arrangement.outcome(50, on: "2026-06-20")
    #expect(arrangement.verdict(8, month: 6) == Verdict("accept", 8))
  }

  @Test func `not achieved pays the start and no result`() {
    var arrangement = ArrangementCase(800_000)
    arrangement.outcome(0, on: "2026-06-20")
    #expect(arrangement.verdict(400_001, month: 6) == Verdict("arrangement-not-achieved", 400_000))
    #expect(arrangement.claim(400_000, month: 1) == Verdict("accept", 400_000))
    #expect(arrangement.verdict(400_000, month: 6) == Verdict("arrangement-not-achieved", 0))
    #expect(arrangement.verdict(0, month: 6) == Verdict("arrangement-not-achieved", 0))
  }

  @Test func `without an outcome a claim that can be on the result waits`() {
    var arrangement = ArrangementCase(800_000, [.init(share: 70, when: .start), .init(share: 30, when: .result)])
    // The start is open: only a claim of everything is on the result.
    #expect(arrangement.verdict(800_000, month: 1) == Verdict("held", 560_000))
    #expect(arrangement.verdict(799_999, month: 1) == Verdict("arrangement", 560_000))
    _ = arrangement.claim(560_000, month: 1)
    #expect(arrangement.verdict(240_000, month: 2) == Verdict("held", 0))
    #expect(arrangement.verdict(1, month: 2) == Verdict("held", 0))
    #expect(arrangement.verdict(240_001, month: 2) == Verdict("arrangement-nothing-due", 0))
    // A second start is no claim on the result.
    #expect(arrangement.verdict(560_000, month: 2) == Verdict("arrangement-nothing-due", 0))
  }

  @Test func `a second start that is less than the result is no claim on it`() {
    var arrangement = ArrangementCase(800_001)
    _ = arrangement.claim(400_000, month: 1)
    #expect(arrangement.verdict(400_000, month: 2) == Verdict("arrangement-nothing-due", 0))
    #expect(arrangement.verdict(400_001, month: 2) == Verdict("held", 0))
  }

  // MARK: - Changes, replacements, closures

  @Test func `a higher amount tops up the start`() {
    // 8,000 to 12,000: the start becomes 6,000, of which 4,000 is paid.
    var arrangement = ArrangementCase(800_000)
    _ = arrangement.claim(400_000, month: 1)
    arrangement.change(from: 800_000, to: 1_200_000)
    #expect(arrangement.claim(200_000, month: 4) == Verdict("accept", 200_000))
    arrangement.outcome(100, on: "2026-06-20")
    #expect(arrangement.claim(600_000, month: 6) == Verdict("accept", 600_000))
    #expect(arrangement.balance.toBeCredited == .zero)
  }

  @Test func `a lower amount leaves what remains to the next instalment`() {
    // 8,000 to 5,000: of the new amount 4,000 is paid, so that 1,000 remains.
    var arrangement = ArrangementCase(800_000)
    _ = arrangement.claim(400_000, month: 1)
    arrangement.change(from: 800_000, to: 500_000)
    arrangement.outcome(100, on: "2026-06-20")
    #expect(arrangement.verdict(100_001, month: 6) == Verdict("arrangement-total", 100_000))
    #expect(arrangement.verdict(100_000, month: 6) == Verdict("accept", 100_000))
    #expect(arrangement.balance.toBeCredited == .zero)
  }

  @Test func `an excess is to be credited`() {
    // 8,000 to 3,000 after 4,000 was paid: 1,000 too much; when nothing was achieved only 1,500 is due.
    var arrangement = ArrangementCase(800_000)
    _ = arrangement.claim(400_000, month: 1)
    arrangement.change(from: 800_000, to: 300_000)
    #expect(arrangement.balance.toBeCredited == Euros(cents: 100_000))
    #expect(arrangement.verdict(1, month: 4) == Verdict("arrangement-nothing-due", 0))
    arrangement.outcome(0, on: "2026-06-20")
    #expect(arrangement.balance.toBeCredited == Euros(cents: 250_000))
  }

  @Test func `a change that does not start from the amount that stood has no effect and is told`() {
    var arrangement = ArrangementCase(800_000)
    arrangement.change(from: 700_000, to: 1_200_000)
    let valuation = arrangement.value(400_000, month: 1)
    #expect(valuation.remark == nil && valuation.due == Euros(cents: 400_000))
    #expect(valuation.signals.map(\.rule) == ["arrangement-change"])
  }

  @Test func `a replacement keeps its start, or sets off what the replaced one was paid`() {
    var arrangement = ArrangementCase(800_000)
    arrangement.paidOnReplaced = 150_000
    arrangement.replace(.new)
    #expect(arrangement.verdict(400_000, month: 1) == Verdict("accept", 400_000))
    arrangement.onReplacement = .setOff
    #expect(arrangement.verdict(250_000, month: 1) == Verdict("accept", 250_000))
    #expect(arrangement.verdict(250_001, month: 1) == Verdict("arrangement", 250_000))
    arrangement.paidOnReplaced = 400_001
    #expect(arrangement.verdict(0, month: 1) == Verdict("arrangement-nothing-due", 0))
    arrangement.outcome(100, on: "2026-06-20")
    #expect(arrangement.verdict(400_000, month: 6) == Verdict("accept", 400_000))
  }

  @Test(arguments: Agreement.OnReplacement.allCases)
  func `a transfer gets no second start`(onReplacement: Agreement.OnReplacement) {
    var arrangement = ArrangementCase(800_000)
    arrangement.onReplacement = onReplacement
    arrangement.replace(.transfer)
    #expect(arrangement.verdict(800_000, month: 1) == Verdict("arrangement-nothing-due", 0))
    arrangement.outcome(100, on: "2026-06-20")
    #expect(arrangement.verdict(400_000, month: 6) == Verdict("accept", 400_000))
  }

  @Test func `what becomes due from the closure of the provider on is not paid`() {
    var arrangement = ArrangementCase(800_000)
    arrangement.closedFrom = "2026-06-20"
    // The start was due before, and may still be claimed; a result waits for nothing any more.
    #expect(arrangement.verdict(400_000, month: 7) == Verdict("accept", 400_000))
    #expect(arrangement.claim(400_000, month: 1) == Verdict("accept", 400_000))
    #expect(arrangement.verdict(400_000, month: 6) == Verdict("arrangement-nothing-due", 0))
    arrangement.outcome(100, on: "2026-06-20")
    #expect(arrangement.verdict(400_000, month: 6) == Verdict("arrangement-nothing-due", 0))
    arrangement.outcome(100, on: "2026-06-19")
    #expect(arrangement.verdict(400_000, month: 6) == Verdict("accept", 400_000))
    arrangement.closedFrom = "2026-01-13"
    arrangement.claims = []
    #expect(arrangement.verdict(400_000, month: 1) == Verdict("arrangement-nothing-due", 0))
  }

  // MARK: - Entitlement

  private static let papers: [(CalendarDate?, CalendarDate?, Bool)] = [
    ("2026-01-05", "2026-01-08", false), (nil, "2026-01-08", true), ("2026-01-05", nil, true), (nil, nil, true),
  ]

  @Test(arguments: papers)
  func `a missing family plan or arrangement is a signal, when these give the right to care`(
    plan: CalendarDate?, agreed: CalendarDate?, signals: Bool
  ) {
    var arrangement = ArrangementCase(800_000)
    arrangement.file.plan = ArrangementPlan(
      arrangement: ArrangementCase.key, planDate: plan, arrangementDate: agreed)
    #expect(arrangement.value(400_000, month: 1).signals == [])
    arrangement.entitlement = .planAndArrangement
    let valuation = arrangement.value(400_000, month: 1)
    #expect(valuation.remark == nil)
    #expect(valuation.signals.map(\.rule) == (signals ? ["arrangement-plan"] : []))
  }

  @Test func `claims on another product of the allocation do not count`() {
    var arrangement = ArrangementCase(800_000)
    _ = arrangement.claim(400_000, month: 1)
    arrangement.claims[0].product = Product(category: Sample.product.category, code: "45A53")
    #expect(arrangement.verdict(400_000, month: 2) == Verdict("accept", 400_000))
  }
}
