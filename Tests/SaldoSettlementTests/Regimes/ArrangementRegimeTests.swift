import SaldoDomain
import SaldoSettlement
import SaldoTestSupport
import Testing

/// West-Brabant West: arrangements in halves and tranches, as REGIMES lists their behaviour (WBW-1 up to WBW-12).
struct ArrangementRegimeTests {
  private let key = ArrangementKey(municipality: Sample.municipality, allocation: AllocationNumber(1001))

  /// € 8,000.00 in halves on allocation 1001, from 13 January up to 30 June 2026.
  private func books(_ cents: Int64 = 800_000, _ agreement: Agreement = .arrangement()) -> CareBooks {
    CareBooks(
      [agreement],
      [
        .sample(
          unit: .euro, price: cents, basis: .total, validity: OpenPeriod("2026-01-01", "2026-12-31"), agreement: "arr")
      ],
      allocation: OpenPeriod("2026-01-13", "2026-06-30"), cents: cents)
  }

  private func outcome(
    _ result: ArrangementOutcome.Result, _ percent: Int? = nil, on date: CalendarDate = "2026-06-20"
  ) -> ArrangementOutcome {
    ArrangementOutcome(
      arrangement: key, product: Sample.product, date: date, result: result, percent: percent,
      assessedBy: "cliënt, aanbieder en gemeente")
  }

  // MARK: - Mergers

  @Test(arguments: [Sample.otherMunicipality, Sample.municipality])
  func `after a merger the outcome stands under the municipality that granted`(municipality: MunicipalityCode) {
    var books = books()
    books.allocations[0].predecessor = Sample.otherMunicipality
    #expect(books.declare(400_000, month: 1).booked == 400_000)
    var outcome = outcome(.achieved)
    outcome.arrangement.municipality = municipality
    books.region.arrangements.outcomes = [outcome]
    let result = books.declare(400_000, month: 6)
    #expect((result.heldUntil == nil) == (municipality == Sample.otherMunicipality))
    #expect(result.booked == (municipality == Sample.otherMunicipality ? 400_000 : 0))
  }

  // MARK: - WBW-1

  @Test func `WBW-1 the start is payable once`() {
    var books = books()
    let first = books.declare(400_000, month: 1)
    #expect(first.codes == [] && first.booked == 400_000)
  }

  @Test func `WBW-1 the second start claim is rejected`() {
    // The halves of € 8,000.01 differ by a cent, so that a second start is no claim on the result.
    var books = books(800_001)
    #expect(books.declare(400_000, month: 1).booked == 400_000)
    let second = books.declare(400_000, month: 2)
    #expect(second.codes == ["9321"] && second.rules == ["arrangement-nothing-due"] && second.booked == 0)
  }

  @Test func `WBW-1 a second start claim that could be on the result waits and is then rejected`() {
    var books = books()
    #expect(books.declare(400_000, month: 1).booked == 400_000)
    // Received on Monday 2 March 2026: Tuesday is the first working day, Monday 9 March the fifth.
    #expect(books.declare(400_000, month: 2).heldUntil == "2026-03-09")
    let decided = books.declare(400_000, month: 2, asOf: "2026-03-09", receivedOn: "2026-03-02")
    #expect(decided.codes == ["9322"] && decided.rules == ["arrangement-no-outcome"] && decided.booked == 0)
  }

  @Test func `WBW-1 a credited start can be claimed again`() {
    var books = books()
    #expect(books.declare(399_999, month: 1).rules == ["arrangement-below"])
    #expect(books.credit(line: 0, of: 1, month: 2).booked == -399_999)
    #expect(books.declare(400_000, month: 1).booked == 400_000)
  }

  @Test func `WBW-1 a start that is credited in the same message can be claimed again in it`() {
    var books = books()
    #expect(books.declare(399_999, month: 1).booked == 399_999)
    let corrected = books.credit(line: 0, of: 1, month: 2, declaring: 400_000)
    #expect(corrected.rules == [] && corrected.booked == 1)
  }

  @Test func `what a line gave up cannot be claimed later`() {
    var books = books()
    #expect(books.declare(399_999, month: 1).booked == 399_999)
    books.region.arrangements.outcomes = [outcome(.achieved)]
    #expect(books.declare(1, month: 2, asOf: "2026-07-02").codes == ["9321"])
    #expect(books.declare(400_001, month: 6).codes == ["9322"])
    #expect(books.declare(400_000, month: 6).booked == 400_000)
  }

  @Test func `the volume of the allocation is judged before the model`() {
    // € 6,000.00 is allocated: the result does not fit, whatever the arrangement says (TR322).
    var books = books()
    books.allocations[0].product.volume = AllocatedVolume(volume: 600_000, unit: .euro, frequency: .total)
    #expect(books.declare(400_000, month: 1).booked == 400_000)
    books.region.arrangements.outcomes = [outcome(.achieved)]
    let result = books.declare(400_000, month: 6)
    #expect(result.codes == ["9322"] && result.rules == ["TR322"])
  }

  // MARK: - WBW-2

  @Test func `WBW-2 the second half is paid when the goals were met, with the odd cent`() {
    var books = books(800_001)
    _ = books.declare(400_000, month: 1)
    books.region.arrangements.outcomes = [outcome(.achieved)]
    #expect(books.declare(400_001, month: 6).booked == 400_001)
  }

  @Test func `WBW-2 goals that were not met pay nothing`() {
    var books = books()
    _ = books.declare(400_000, month: 1)
    books.region.arrangements.outcomes = [outcome(.notAchieved)]
    let result = books.declare(400_000, month: 6)
    #expect(result.codes == ["9322"] && result.rules == ["arrangement-not-achieved"] && result.booked == 0)
  }

  @Test func `WBW-2 goals that were met partly pay their part`() {
    var books = books()
    _ = books.declare(400_000, month: 1)
    books.region.arrangements.outcomes = [outcome(.partly, 60)]
    #expect(books.declare(240_001, month: 6).codes == ["9322"])
    #expect(books.declare(240_000, month: 6).booked == 240_000)
  }

  // MARK: - WBW-3

  @Test func `WBW-3 without an assessment the claim is held, and nothing is posted or answered`() {
    var books = books()
    _ = books.declare(400_000, month: 1)
    let held = books.declare(400_000, month: 6)
    // Received on Thursday 2 July 2026; the fifth working day after it is Thursday 9 July.
    #expect(held.heldUntil == "2026-07-09")
    #expect(held.postingCount == 0 && held.booking.answer == nil && held.codes == [])
    let finding = held.judgement.findings[0]
    #expect(finding.severity == .hold && finding.returnCode == nil && finding.facts["until"] == .date("2026-07-09"))
  }

  /// Swift 6.3 fails when it optimises this test, as `Scripts/soak` asks of all.
  @_optimize(none)
  @Test func `WBW-3 the declaration waits as a whole`() {
    var books = books()
    _ = books.declare(400_000, month: 1)
    books.allocate(1002, OpenPeriod("2026-01-13", "2026-06-30"), nil, to: Sample.otherBsn)
    let lines = [
      CareBooks.Line(cents: 400_000, month: 6),
      CareBooks.Line(allocation: 1002, cents: 400_000, month: 6, client: Sample.otherBsn),
    ]
    let held = books.declare(lines)
    #expect(held.heldUntil == "2026-07-09" && held.postingCount == 0)
    books.region.arrangements.outcomes = [outcome(.achieved)]
    #expect(books.declare(lines, asOf: "2026-07-03").booked == 800_000)
  }

  @Test(arguments: [("2026-07-08", true), ("2026-07-09", false), ("2026-08-01", false)] as [(CalendarDate, Bool)])
  func `WBW-3 the hold lasts up to its last day, and then the claim is rejected`(asOf: CalendarDate, isHeld: Bool) {
    var books = books()
    _ = books.declare(400_000, month: 1)
    let result = books.declare(400_000, month: 6, asOf: asOf, receivedOn: "2026-07-02")
    #expect((result.heldUntil != nil) == isHeld)
    #expect(result.codes == (isHeld ? [] : ["9322"]))
    #expect((result.booking.answer == nil) == isHeld)
  }

  @Test func `WBW-3 an outcome that comes in meanwhile settles the hold`() {
    var books = books()
    _ = books.declare(400_000, month: 1)
    #expect(books.declare(400_000, month: 6).heldUntil != nil)
    books.region.arrangements.outcomes = [outcome(.achieved)]
    #expect(books.declare(400_000, month: 6, asOf: "2026-07-06", receivedOn: "2026-07-02").booked == 400_000)
  }

  @Test(arguments: [("2026-07-03", false), ("2026-07-04", true)] as [(CalendarDate, Bool)])
  func `WBW-3 an outcome of a later day is not known yet`(date: CalendarDate, isHeld: Bool) {
    var books = books()
    _ = books.declare(400_000, month: 1)
    books.region.arrangements.outcomes = [outcome(.achieved, on: date)]
    let asOf = isHeld ? date.adding(days: -1) : date
    let result = books.declare(400_000, month: 6, asOf: asOf, receivedOn: "2026-07-02")
    #expect((result.heldUntil != nil) == isHeld)
    #expect(result.booked == (isHeld ? 0 : 400_000))
  }

  @Test func `WBW-3 without hold days it is decided at once`() {
    var books = books(800_000, .arrangement(holdDays: 0))
    _ = books.declare(400_000, month: 1)
    #expect(books.declare(400_000, month: 6).codes == ["9322"])
  }

  // MARK: - WBW-5

  @Test func `WBW-5 an agreed change tops up the start, and the result is half of the new amount`() {
    var books = books()
    _ = books.declare(400_000, month: 1)
    books.region.arrangements.changes = [
      ArrangementChange(
        arrangement: key, date: "2026-03-10", old: Euros(cents: 800_000), new: Euros(cents: 1_200_000),
        agreedBy: "aanbieder en gemeente")
    ]
    books.allocations[0].product.volume = AllocatedVolume(volume: 1_200_000, unit: .euro, frequency: .total)
    #expect(books.declare(200_000, month: 3).booked == 200_000)
    books.region.arrangements.outcomes = [outcome(.achieved)]
    #expect(books.declare(600_000, month: 6).booked == 600_000)
  }

  @Test(arguments: [("2026-03-09", 0), ("2026-03-10", 200_000)] as [(CalendarDate, Int64)])
  func `WBW-5 before the day of the agreement the old amount stands`(asOf: CalendarDate, booked: Int64) {
    var books = books()
    _ = books.declare(400_000, month: 1)
    books.region.arrangements.changes = [
      ArrangementChange(
        arrangement: key, date: "2026-03-10", old: Euros(cents: 800_000), new: Euros(cents: 1_200_000),
        agreedBy: "aanbieder en gemeente")
    ]
    books.allocations[0].product.volume = AllocatedVolume(volume: 1_200_000, unit: .euro, frequency: .total)
    #expect(books.declare(200_000, month: 2, asOf: asOf).booked == booked)
  }

  @Test func `WBW-5 without an agreement the old amount stands`() {
    var books = books()
    books.allocations[0].product.volume = AllocatedVolume(volume: 1_200_000, unit: .euro, frequency: .total)
    #expect(books.declare(600_000, month: 1).codes == ["9321"])
    #expect(books.declare(400_000, month: 1).booked == 400_000)
    books.region.arrangements.outcomes = [outcome(.achieved)]
    #expect(books.declare(600_000, month: 6).codes == ["9322"])
  }

  // MARK: - WBW-6 and WBW-7

  private func tranches(_ policy: Agreement.PartialMonth, allocation: OpenPeriod) -> CareBooks {
    CareBooks(
      [.arrangement(), .tranche(policy)],
      [
        .sample(
          unit: .euro, price: 800_000, basis: .total, validity: OpenPeriod("2026-01-01", "2026-03-31"),
          agreement: "arr"),
        .sample(
          unit: .euro, price: 62_000, basis: .month, validity: OpenPeriod("2026-04-01", "2026-12-31"),
          agreement: "tra"),
      ],
      allocation: allocation, cents: nil)
  }

  @Test func `WBW-6 tranches are equal, with a partial first and last month`() {
    // 16 of 30 days of April: 330.6667 of 620.00; 21 of 31 days of July: 420.00.
    var books = tranches(.proRataDays, allocation: OpenPeriod("2026-04-15", "2026-07-21"))
    #expect(books.declare(33_067, month: 4).rules == [])
    #expect(books.declare(62_000, month: 5).booked == 62_000)
    #expect(books.declare(62_001, month: 6).codes == ["9321"])
    #expect(books.declare(61_999, month: 6).rules == ["tranche-below"])
    #expect(books.declare(42_000, month: 7).booked == 42_000)
  }

  @Test func `WBW-6 tranches stop at the end of the allocation, and halves are rejected`() {
    var books = tranches(.full, allocation: OpenPeriod("2026-04-15", "2026-05-31"))
    #expect(books.declare(400_000, month: 4).codes == ["9321"])
    #expect(books.declare(62_000, month: 5).booked == 62_000)
    // A whole month after the end lies outside the allocation (TR308).
    let late = books.declare(62_000, month: 6)
    #expect(late.codes.contains("9308") && late.booked == 0)
  }

  @Test func `WBW-7 the regime goes by the first day of the allocation`() {
    var before = tranches(.full, allocation: OpenPeriod("2026-03-31", "2026-12-31"))
    #expect(before.declare(400_000, month: 3).agreements == ["arr"])
    before.region.arrangements.outcomes = [outcome(.achieved)]
    #expect(before.declare(400_000, month: 6).agreements == ["arr"])
    var after = tranches(.full, allocation: OpenPeriod("2026-04-01", "2026-12-31"))
    #expect(after.declare(62_000, month: 4).agreements == ["tra"])
    #expect(after.declare(400_000, month: 6).codes == ["9321"])
  }

  // MARK: - WBW-8

  @Test func `WBW-8 a family plan and an arrangement give the right to care, one missing is a signal`() {
    var agreement = Agreement.arrangement()
    agreement.entitlement = .planAndArrangement
    var books = books(800_000, agreement)
    books.region.arrangements.plans = [
      ArrangementPlan(arrangement: key, planDate: "2026-01-05", arrangementDate: "2026-01-08")
    ]
    var missing = books
    #expect(books.declare(400_000, month: 1).rules == [])
    missing.region.arrangements.plans = []
    let signalled = missing.declare(400_000, month: 1)
    #expect(signalled.rules == ["arrangement-plan"] && signalled.booked == 400_000)
  }

  @Test func `WBW-8 without an allocation a plan pays nothing`() {
    var agreement = Agreement.arrangement()
    agreement.entitlement = .planAndArrangement
    var books = books(800_000, agreement)
    #expect(books.declare(400_000, month: 1, on: 1999).codes == ["9338"])
  }

  // MARK: - WBW-12

  @Test func `WBW-12 a bankruptcy stops open instalments`() {
    var books = books()
    books.region.providers[0].closedFrom = "2026-05-01"
    #expect(books.declare(400_000, month: 1).booked == 400_000)
    books.region.arrangements.outcomes = [outcome(.achieved, on: "2026-05-01")]
    #expect(books.declare(400_000, month: 5).codes == ["9321"])
    books.region.arrangements.outcomes = [outcome(.achieved, on: "2026-04-30")]
    #expect(books.declare(400_000, month: 5).booked == 400_000)
  }

  @Test func `WBW-12 a bankruptcy stops tranches`() {
    var books = tranches(.full, allocation: OpenPeriod("2026-04-01", "2026-12-31"))
    books.region.providers[0].closedFrom = "2026-06-01"
    #expect(books.declare(62_000, month: 5).booked == 62_000)
    #expect(books.declare(62_000, month: 6).codes == ["9321"])
  }

  @Test func `WBW-12 the receiving provider gets no second start and the whole result`() {
    var books = books()
    books.region.arrangements.replacements = [
      ArrangementReplacement(
        arrangement: ArrangementKey(municipality: Sample.municipality, allocation: AllocationNumber(900)),
        replacedBy: AllocationNumber(1001), from: "2026-01-13", reason: .transfer)
    ]
    #expect(books.declare(800_000, month: 1).codes == ["9321"])
    books.region.arrangements.outcomes = [outcome(.achieved)]
    #expect(books.declare(400_000, month: 6).booked == 400_000)
  }

  @Test func `a replacement sets off what the replaced arrangement was paid without a result`() {
    var agreement = Agreement.arrangement()
    agreement.onReplacement = .setOff
    var books = books(800_000, agreement)
    books.allocate(
      1002, OpenPeriod("2026-03-01", "2026-12-31"), AllocatedVolume(volume: 800_000, unit: .euro, frequency: .total))
    books.region.arrangements.replacements = [
      ArrangementReplacement(arrangement: key, replacedBy: AllocationNumber(1002), from: "2026-03-01", reason: .new)
    ]
    _ = books.declare(150_000, month: 1)
    var achieved = books
    #expect(books.declare(250_001, month: 3, on: 1002).codes == ["9321"])
    #expect(books.declare(250_000, month: 3, on: 1002).booked == 250_000)
    // What was paid on a result is not set off.
    achieved.region.arrangements.outcomes = [outcome(.achieved, on: "2026-02-20")]
    #expect(achieved.declare(400_000, month: 3, on: 1002).booked == 400_000)
  }

  @Test func `an arrangement under the Wmo has its own records`() {
    var books = books()
    books.region.arrangements.outcomes = [outcome(.achieved)]
    books.region.arrangements.outcomes[0].arrangement.domain = .wmo
    _ = books.declare(400_000, month: 1)
    #expect(books.declare(400_000, month: 6).heldUntil != nil)
  }
}
