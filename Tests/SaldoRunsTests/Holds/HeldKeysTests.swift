import SaldoDomain
import SaldoLedger
import SaldoRuns
import SaldoStore
import SaldoTestSupport
import Testing

/// What a declaration that waits has taken: its numbers, keys and volumes. Others meet them; it never meets its own.
struct HeldKeysTests {
  @Test func `WBW-3: a credit of a line that waits is 8017, and of the same line once granted is not`() throws {
    let care = try HeldCare.waiting()
    let early = HeldCare.declared([HeldCare.line("B", month: 5).credited(as: "X1")], over: 6)
    try care.settle([early], asOf: "2025-07-01")
    #expect(try care.codes(on: early) == [["8017"]])
    #expect(try care.rules(on: early) == ["TR323"])
    care.recordOutcome()
    let late = HeldCare.declared([HeldCare.line("B", month: 5).credited(as: "X2")], over: 6)
    try care.settle([late], asOf: "2025-07-02")
    #expect(try care.decision(on: HeldCare.result).grantedCents == 400_000)
    #expect(try care.decision(on: late).grantedCents == -400_000)
    #expect(try care.faults() == [])
  }

  /// Messages that use a number of the declaration that waits, with the rule that refuses them.
  @Test(arguments: [
    ("identification", "TR056"), ("number", "TR333"), ("reference", "TR314"),
  ])
  func `WBW-3: what it is called by is taken`(what: String, rule: String) throws {
    let care = try HeldCare.waiting()
    let other = HeldCare.declared(
      [HeldCare.line(what == "reference" ? "B" : "N", 1, month: 6)], over: 6,
      identification: what == "identification" ? "B" : "N", number: what == "number" ? "B" : "N")
    try care.settle([other], asOf: "2025-07-01")
    #expect(try care.rules(on: other).map(\.rawValue).contains(rule))
    // What came later does not stand in the way of what waited.
    care.recordOutcome()
    try care.settle(asOf: "2025-07-02")
    #expect(try care.decision(on: HeldCare.result).grantedCents == 400_000)
    #expect(try care.rules(on: HeldCare.result) == [])
    #expect(try care.faults() == [])
  }

  @Test func `WBW-3: the same claim again meets the key and the volume of the one that waits`() throws {
    let care = try HeldCare.waiting()
    let same = HeldCare.declared([HeldCare.line("E", month: 5)], over: 6)
    let later = HeldCare.declared([HeldCare.line("F", month: 6)], over: 6)
    try care.settle([same, later], asOf: "2025-07-01")
    // € 4,000.00 granted, € 4,000.00 waiting and € 4,000.00 more do not fit in € 8,000.00.
    #expect(try care.codes(on: same) == [["9389", "9322"]])
    #expect(try care.codes(on: later) == [["9322"]])
    // Rejected on the last hold day, the claim has left its room: sent again under a new reference it waits anew.
    try care.settle(asOf: "2025-07-04")
    let again = HeldCare.declared([HeldCare.line("G", month: 6)], over: 6)
    #expect(try care.settle([again], asOf: "2025-07-04").held.map(\.declarationNumber) == ["G"])
    care.recordOutcome()
    try care.settle(asOf: "2025-07-07")
    #expect(try care.decision(on: again).grantedCents == 400_000)
    #expect(try care.codes(on: later) == [["9322"]])
    #expect(try care.faults() == [])
  }

  @Test func `WBW-3: the month over which it declares counts`() throws {
    let care = try HeldCare.waiting()
    let earlier = HeldCare.declared([HeldCare.line("E", 1, month: 4)], over: 4)
    try care.settle([earlier], asOf: "2025-07-01")
    #expect(try care.rules(on: earlier) == ["TR318"])
    #expect(try care.faults() == [])
  }

  @Test func `WBW-3: a declaration over a later month that came in meanwhile does not stand in its way`() throws {
    let care = try HeldCare.waiting()
    let later = HeldCare.declared([HeldCare.line("F", month: 6)], over: 6)
    try care.settle([later], asOf: "2025-07-01")
    #expect(try care.decision(on: later).outcome == .lines)
    care.recordOutcome()
    try care.settle(asOf: "2025-07-02")
    #expect(try care.rules(on: HeldCare.result) == [])
    #expect(try care.decision(on: HeldCare.result).grantedCents == 400_000)
  }

  @Test func `a credit that waits takes its debit and frees nothing`() throws {
    let care = try HeldCare()
    let mixed = HeldCare.declared(
      [HeldCare.line("A", month: 1).credited(as: "C"), HeldCare.line("D", 800_000, month: 5)], over: 5)
    let run = try care.settle([HeldCare.allocation, HeldCare.start, mixed], asOf: "2025-06-27")
    #expect(run.held.map(\.lines) == [2])
    // A second credit of the same debit, and a debit in the room that the credit would make.
    let twice = HeldCare.declared([HeldCare.line("A", month: 1).credited(as: "E")], over: 6)
    let room = HeldCare.declared([HeldCare.line("F", 1, month: 1)], over: 6)
    try care.settle([twice, room], asOf: "2025-07-01")
    #expect(try care.codes(on: twice) == [["9390"]])
    #expect(try care.codes(on: room) == [["9389", "9322"]])
    care.recordOutcome()
    try care.settle(asOf: "2025-07-02")
    #expect(try care.decision(on: mixed).grantedCents == 400_000)
    #expect(try care.rules(on: mixed) == [])
    #expect(try care.faults() == [])
  }

  @Test func `what a line that waits is to others`() throws {
    let care = try HeldCare.waiting()
    let credit = HeldCare.declared([HeldCare.line("B", month: 5).credited(as: "X")], over: 6)
    func known(_ number: JournalNumber = .max) throws -> WorkingSet {
      try care.ledger.workingSet(
        for: WorkingSetKeys(of: credit), region: care.run.region, deciding: number)
    }
    let line = try #require(try known().earlierLines["B"])
    #expect(line.isWaiting && !line.isApproved && line.agreement == nil)
    #expect(try known().use[ClientAllocation(AllocationNumber(1001), of: Sample.bsn)]?.amount == Euros(cents: 800_000))
    #expect(try known().arrangementClaims[ClientAllocation(AllocationNumber(1001), of: Sample.bsn)]?.count == 2)
    // To itself it is not there.
    #expect(try known(4).earlierLines["B"] == nil)
    #expect(try known(4).use[ClientAllocation(AllocationNumber(1001), of: Sample.bsn)]?.amount == Euros(cents: 400_000))
    #expect(try known(4).arrangementClaims[ClientAllocation(AllocationNumber(1001), of: Sample.bsn)]?.count == 1)
  }

  @Test func `a line that waits is an open debit to what came in later, and to no allocation`() throws {
    let care = try HeldCare.waiting()
    func open(to message: Message, deciding number: JournalNumber = .max) throws -> [ExactText] {
      let keys = WorkingSetKeys(of: message)
      return try care.ledger.workingSet(for: keys, region: care.run.region, deciding: number)
        .openDebits[ClientAllocation(AllocationNumber(1001), of: Sample.bsn), default: []].map(\.line.reference)
    }
    let debit = HeldCare.declared([HeldCare.line("E", 1, month: 1)], over: 6)
    #expect(try open(to: debit) == ["A", "B"])
    // To itself, number 4, it is not there; an allocation is taken back in spite of it.
    #expect(try open(to: debit, deciding: 4) == ["A"])
    #expect(try open(to: HeldCare.allocation) == ["A"])
  }

  @Test func `what a line in a declaration that waits gives up is not due to others`() throws {
    let care = try HeldCare()
    care.recordOutcome()
    let mixed = HeldCare.declared(
      [HeldCare.line("A", 399_999, month: 1), HeldCare.line("B", 800_000, month: 7, on: 1002)], over: 7)
    #expect(try care.settle([HeldCare.allocation, mixed], asOf: "2025-08-01").held.map(\.lines) == [2])
    let rest = HeldCare.declared([HeldCare.line("E", 1, month: 2)], over: 7)
    try care.settle([rest], asOf: "2025-08-04")
    #expect(try care.codes(on: rest) == [["9321"]])
    #expect(try care.faults() == [])
  }

  /// A new arrangement, 1002, sets off what the one that it replaced, 1001, was paid: € 1,500.00 of its first half. Another
  /// € 1,000.00 of its second half waits.
  private static func replaced() throws -> HeldCare {
    let care = try HeldCare()
    care.run.region.agreements[0].onReplacement = .setOff
    care.run.region.arrangements.replacements = [
      ArrangementReplacement(
        arrangement: HeldCare.key, replacedBy: AllocationNumber(1002), from: "2025-07-01", reason: .new)
    ]
    let start = HeldCare.declared([HeldCare.line("A", 150_000, month: 1)], over: 1)
    let result = HeldCare.declared([HeldCare.line("B", 100_000, month: 5)], over: 5)
    #expect(try care.settle([HeldCare.allocation, start, result], asOf: "2025-08-01").held.map(\.lines) == [1])
    return care
  }

  @Test func `what waits on a replaced arrangement was not paid on it`() throws {
    let care = try Self.replaced()
    // € 4,000.00 less € 1,500.00.
    let new = HeldCare.declared([HeldCare.line("N", 250_000, month: 7, on: 1002)], over: 7)
    try care.settle([new], asOf: "2025-08-01")
    #expect(try care.rules(on: new) == [])
    #expect(try care.faults() == [])
  }

  @Test func `a declaration on both arrangements meets what waits on the old one, and sets off what was paid`() throws {
    let care = try Self.replaced()
    // On 1001, € 1,500.00 granted, € 1,000.00 waiting and € 5,500.01 do not fit in € 8,000.00.
    let both = HeldCare.declared(
      [HeldCare.line("O", 550_001, month: 6), HeldCare.line("N", 250_000, month: 7, on: 1002)], over: 7)
    try care.settle([both], asOf: "2025-08-01")
    #expect(try care.rules(on: both) == ["TR322"])
    #expect(try care.decision(on: both).grantedCents == 250_000)
    #expect(try care.faults() == [])
  }

  @Test func `what gives up a part of what is due is found after its decision`() throws {
    let care = try HeldCare()
    let below = HeldCare.declared([HeldCare.line("B", 399_999, month: 5)], over: 5)
    #expect(
      try care.settle([HeldCare.allocation, HeldCare.start, below], asOf: "2025-06-27").held.map(\.lines) == [1])
    care.recordOutcome()
    try care.settle(asOf: "2025-07-01")
    #expect(try care.rules(on: below) == ["arrangement-below"])
    // The last cent was given up: nothing is due any more.
    let rest = HeldCare.declared([HeldCare.line("E", 1, month: 6)], over: 6)
    try care.settle([rest], asOf: "2025-07-02")
    #expect(try care.codes(on: rest) == [["9321"]])
    #expect(try care.faults() == [])
  }

  @Test func `an allocation is taken back while a line on it waits, and the line is then rejected`() throws {
    let care = try HeldCare()
    let both = HeldCare.declared([HeldCare.line("B", 800_000, month: 5)], over: 5)
    try care.settle([HeldCare.allocation, both], asOf: "2025-06-27")
    #expect(try care.decision(on: both).outcome == .held)
    var removed = HeldCare.product(1001)
    removed.decidedAt = DecisionMoment(date: "2025-06-30", millisecondOfDay: 0)
    removed.validity = OpenPeriod("2025-01-13", "2025-01-13")
    removed.changeReason = .removed
    let removal = Message.allocated("T2", [removed], date: "2025-06-30")
    care.recordOutcome()
    try care.settle([removal], asOf: "2025-07-01")
    #expect(try care.rules(on: removal) == [])
    #expect(try care.codes(on: both).first?.contains("9384") == true)
    #expect(try care.faults() == [])
  }

  @Test func `of two that wait for the same room, the first to come in gets it`() throws {
    let care = try HeldCare()
    // Each claims all of 1001; the second also claims all of 1002, so that it waits although its first line is rejected.
    let first = HeldCare.declared([HeldCare.line("B", 800_000, month: 5)], over: 5)
    let second = HeldCare.declared(
      [HeldCare.line("C", 800_000, month: 6), HeldCare.line("D", 800_000, month: 7, on: 1002)], over: 7)
    try care.settle([HeldCare.allocation, first], asOf: "2025-08-01")
    #expect(try care.settle([second], asOf: "2025-08-04").held.count == 2)
    #expect(try care.codes(on: second) == [["9322"]])
    // On 8 August the hold of the first is over: rejected, it leaves its room to the second.
    try care.settle(asOf: "2025-08-08")
    #expect(try care.codes(on: first) == [["9322"]])
    care.recordOutcome()
    care.recordOutcome(on: "2025-07-30", of: 1002)
    try care.settle(asOf: "2025-08-08")
    #expect(try care.decision(on: second).grantedCents == 1_600_000)
    #expect(try care.faults() == [])
  }
}
