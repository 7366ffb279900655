import SaldoDomain
import SaldoLedger
import SaldoRuns
import SaldoStore
import SaldoTestSupport
import Testing

/// A declaration that waits for an outcome: taken in on its day, decided later in an entry of its own (WBW-3).
struct HoldTests {
  @Test func `WBW-3: a claim on a result without an outcome is taken in, not paid and not answered`() throws {
    let care = try HeldCare()
    let first = try care.settle([HeldCare.allocation, HeldCare.start, HeldCare.result], asOf: "2025-06-27")
    #expect(first.booked.count == 3 && first.decided == [])
    let held = try #require(first.held.first)
    #expect(first.held.count == 1)
    #expect(held.declarationNumber == "B" && held.provider == Sample.provider && held.lines == 1)
    #expect(held.declared == Euros(cents: 400_000) && held.received == "2025-06-27" && held.until == "2025-07-04")
    #expect(held.age(on: "2025-06-27") == 0 && held.age(on: "2025-07-03") == 6)
    let payload = try care.decision(on: HeldCare.result)
    #expect(payload.outcome == .held && payload.until == "2025-07-04" && payload.grantedCents == 0)
    #expect(payload.answer == nil && payload.postings.count == 0 && payload.decides == nil)
    #expect(payload.findings.map(\.rule) == ["arrangement-no-outcome"] && payload.findings[0].severity == .hold)
    #expect(try care.answer(to: HeldCare.start) != nil)
    #expect(try care.answer(to: HeldCare.result) == nil)
    #expect(try care.faults() == [])
  }

  @Test func `the folder of another region decides nothing`() throws {
    let care = try HeldCare.waiting()
    let before = try care.ledger.digest()
    let other = RegionSnapshot(
      name: "Elders", settings: RegionSettings(),
      municipalities: [Municipality(code: Sample.otherMunicipality, name: "Elders")], providers: [], agreements: [],
      prices: [], clientCeilings: [])
    #expect(throws: RunError.regionWithout(municipality: Sample.municipality)) {
      try SettleRun(into: care.ledger, region: other, asOf: "2025-07-31", answers: nil)
    }
    #expect(try care.ledger.digest() == before)
  }

  @Test func `WBW-3: an outcome decides it, in a run without messages, on the ids of its lines`() throws {
    let care = try HeldCare.waiting()
    care.recordOutcome()
    let run = try care.settle(asOf: "2025-07-01")
    // Entries: region, allocation, A, B, the region with its outcome, the decision.
    #expect(run.booked == [] && run.decided.map(\.entry) == [4] && run.held == [])
    #expect(try care.ledger.lastEntry()?.entry.number == 6)
    #expect(try care.ledger.lastEntry()?.entry.kind == .decision)
    let payload = try care.ledger.payload(of: 6)
    #expect(payload.decides == 4 && payload.outcome == .lines && payload.lines == [])
    #expect(payload.grantedCents == 400_000 && payload.findings == [])
    #expect(try care.ledger.payload(of: 4).outcome == .held)
    let postings = try care.ledger.postingLines(of: 4).map { $0.split(separator: "\u{1F}").map(String.init) }
    #expect(postings.count == 2)
    // The id of the line is 4 × 2^20, and those of its postings twice that and one more.
    #expect(postings.map { $0[0] } == ["8388608", "8388609"] && postings.map { $0[1] } == ["4194304", "4194304"])
    #expect(postings.map { $0[2] } == ["care-cost", "payable"])
    #expect(postings.allSatisfy { Array($0.suffix(3)) == ["2025-05", "2025-05", "2025-07"] })
    #expect(postings.map { $0[$0.count - 4] } == ["400000", "-400000"])
    let answer = try #require(try care.answer(to: HeldCare.result))
    #expect(answer.header.identification == "000000000004" && answer.header.date == "2025-07-01")
    #expect(answer.declaration?.granted.signed == Euros(cents: 400_000))
    #expect(try care.faults() == [])
  }

  /// Receipt, the last day on which it waits, and the day of the decision.
  @Test(arguments: [
    // Over a weekend: 30 June, 1, 2, 3 and 4 July.
    (CalendarDate(iso: "2025-06-27")!, CalendarDate(iso: "2025-07-03")!, CalendarDate(iso: "2025-07-04")!),
    // Over a weekend and Whit Monday 9 June: 3, 4, 5, 6 and 10 June.
    (CalendarDate(iso: "2025-06-02")!, CalendarDate(iso: "2025-06-09")!, CalendarDate(iso: "2025-06-10")!),
    // Received on a Saturday: 9 to 13 June without Whit Monday, and Monday 16 June.
    (CalendarDate(iso: "2025-06-07")!, CalendarDate(iso: "2025-06-15")!, CalendarDate(iso: "2025-06-16")!),
  ])
  func `WBW-3: without an outcome it is rejected on the last hold day`(
    receipt: CalendarDate, waits: CalendarDate, decided: CalendarDate
  ) throws {
    let care = try HeldCare()
    try care.settle([HeldCare.allocation, HeldCare.start, HeldCare.result], asOf: receipt)
    let before = try care.ledger.digest()
    #expect(try care.settle(asOf: waits).held.map(\.until) == [decided])
    #expect(try care.ledger.digest() == before)
    #expect(try care.settle(asOf: decided).decided.map(\.entry) == [4])
    #expect(try care.codes(on: HeldCare.result) == [["9322"]])
    #expect(try care.decision(on: HeldCare.result).grantedCents == 0)
    #expect(try care.ledger.postingLines(of: 4) == [])
    #expect(try care.answer(to: HeldCare.result)?.declaration?.granted.signed == .zero)
    #expect(try care.faults() == [])
  }

  @Test func `WBW-3: an outcome that counts from a later day decides it on that day, without another change`() throws {
    let care = try HeldCare()
    care.recordOutcome(on: "2025-07-03")
    let june = HeldCare.declared([HeldCare.line("B", month: 6)], over: 6)
    #expect(try care.settle([HeldCare.allocation, HeldCare.start, june], asOf: "2025-07-01").held.count == 1)
    let digest = try care.ledger.digest()
    #expect(try care.settle(asOf: "2025-07-02").held.count == 1)
    #expect(try care.ledger.digest() == digest)
    #expect(try care.settle(asOf: "2025-07-03").decided.map(\.entry) == [4])
    #expect(try care.decision(on: june).grantedCents == 400_000)
    #expect(try care.faults() == [])
  }

  @Test func `WBW-3: a run long after the last hold day decides it as well`() throws {
    let care = try HeldCare.waiting()
    #expect(try care.settle(asOf: "2025-11-03").decided.map(\.entry) == [4])
    #expect(try care.codes(on: HeldCare.result) == [["9322"]])
    #expect(try care.faults() == [])
  }

  @Test func `WBW-3: without hold days it is decided at once`() throws {
    let care = try HeldCare()
    care.run.region.agreements[0].holdDays = 0
    let run = try care.settle([HeldCare.allocation, HeldCare.start, HeldCare.result], asOf: "2025-06-27")
    #expect(run.held == [] && run.decided == [] && run.booked.count == 3)
    #expect(try care.codes(on: HeldCare.result) == [["9322"]])
    #expect(try care.decision(on: HeldCare.result).decides == nil)
    #expect(try care.faults() == [])
  }

  /// The first halves of both arrangements, and one message that claims both second halves.
  private static func twoHolds() throws -> (care: HeldCare, message: Message) {
    let care = try HeldCare()
    let message = HeldCare.declared([HeldCare.line("C1", month: 5), HeldCare.line("C2", month: 8, on: 1002)], over: 8)
    let start = HeldCare.declared([HeldCare.line("A2", month: 7, on: 1002)], over: 7)
    let run = try care.settle([HeldCare.allocation, HeldCare.start, start, message], asOf: "2025-09-01")
    #expect(run.held.map(\.lines) == [2] && run.held.map(\.until) == ["2025-09-08"])
    return (care, message)
  }

  @Test func `WBW-3: a message with two holds waits for both outcomes`() throws {
    let (care, message) = try Self.twoHolds()
    care.recordOutcome()
    let run = try care.settle(asOf: "2025-09-03")
    #expect(run.held.count == 1 && run.decided == [])
    #expect(try care.answer(to: message) == nil)
    care.recordOutcome(on: "2025-08-30", of: 1002)
    #expect(try care.settle(asOf: "2025-09-05").decided.map(\.entry) == [5])
    #expect(try care.decision(on: message).grantedCents == 800_000)
    #expect(try care.faults() == [])
  }

  @Test func `WBW-3: with one outcome of two, the last hold day grants the one and rejects the other`() throws {
    let (care, message) = try Self.twoHolds()
    care.recordOutcome()
    #expect(try care.settle(asOf: "2025-09-07").decided == [])
    #expect(try care.settle(asOf: "2025-09-08").decided.map(\.entry) == [5])
    let payload = try care.decision(on: message)
    #expect(payload.grantedCents == 400_000)
    #expect(payload.lines.map(\.position) == [1])
    #expect(try care.codes(on: message) == [["9322"]])
    #expect(try care.faults() == [])
  }

  @Test func `WBW-3: the same inputs on the same day change nothing, and the file is known`() throws {
    let care = try HeldCare.waiting()
    let (digest, answers) = (try care.ledger.digest(), try care.run.answers())
    let again = try care.settle([HeldCare.allocation, HeldCare.start, HeldCare.result], asOf: "2025-06-27")
    #expect(again.booked == [] && again.known == [2, 3, 4] && again.held.map(\.entry) == [4])
    #expect(try care.ledger.digest() == digest)
    #expect(try care.run.answers() == answers)
    // On a later day as well, as long as it waits.
    #expect(try care.settle([HeldCare.result], asOf: "2025-07-03").known == [4])
    #expect(try care.ledger.digest() == digest)
    care.recordOutcome()
    let decided = try care.settle([HeldCare.result], asOf: "2025-07-03")
    #expect(decided.known == [4] && decided.decided.map(\.entry) == [4] && decided.messages == [4])
    let (after, all) = (try care.ledger.digest(), try care.run.answers())
    let repeated = try care.settle([HeldCare.result], asOf: "2025-07-03")
    #expect(repeated == decided)
    #expect(try care.ledger.digest() == after)
    #expect(try care.run.answers() == all)
  }

  @Test func `a run without messages leaves a new ledger empty`() throws {
    let care = try HeldCare()
    #expect(try care.settle(asOf: "2025-06-27").messages == [])
    #expect(try care.ledger.lastEntry() == nil)
  }

  @Test func `what a run decides comes after its allocations and before its declarations`() throws {
    let care = try HeldCare.waiting()
    care.recordOutcome()
    // The arrangement is lowered to € 7,000.00 of volume, which leaves no room for the second half; the credit of the
    // first half in the same run makes room only after that.
    var lowered = HeldCare.product(1001, cents: 700_000)
    lowered.decidedAt = DecisionMoment(date: "2025-06-30", millisecondOfDay: 0)
    let change = Message.allocated("T2", [lowered], date: "2025-06-30")
    let credit = HeldCare.declared([HeldCare.line("A", month: 1).credited(as: "X")], over: 6)
    try care.settle([credit, change], asOf: "2025-07-01")
    #expect(try care.decision(on: change).outcome == .inForce)
    #expect(try care.codes(on: HeldCare.result) == [["9322"]])
    #expect(try care.rules(on: HeldCare.result) == ["TR322"])
    #expect(try care.decision(on: credit).grantedCents == -400_000)
    let numbers = try [change, HeldCare.result, credit].map { try #require(try care.number(of: $0)) }
    // Region, allocation, A, B, region, change, decision on B, credit.
    #expect(numbers == [6, 4, 8])
    #expect(try care.ledger.payload(of: 7).decides == 4)
    #expect(try care.faults() == [])
  }
}
