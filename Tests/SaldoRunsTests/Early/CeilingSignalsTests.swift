import SaldoDomain
import SaldoFunding
import SaldoLedger
import SaldoSettlement
import SaldoTestLedger
import SaldoTestSupport
import Testing

@testable import SaldoRuns
@testable import SaldoStore

/// Ceilings per client only signal: what else was used of them changes nothing else of a booking.
struct CeilingSignalsTests {
  // Each declaration is settled before its turn, on what is known in it; then something else turns out to be used of the
  // ceilings. Booked with what was prepared, it must be what settling it with that use comes to, made in its turn.
  @Test(arguments: [Crowd.Contracts.ceilings, .spending, .arrangements])
  func `settling again for other use of ceilings is settling with that use`(contracts: Crowd.Contracts) throws {
    var (changed, held) = (0, 0)
    for seed in 1...10 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let crowd = Crowd(contracts, seed: seed)
      let settlement = Settlement(asOf: "2026-05-01", region: RegionContracts(crowd.region))
      let (early, turn) = (try Self.ledger(of: crowd), try Self.ledger(of: crowd))
      for message in crowd.declarations {
        let number = try turn.nextNumber()
        let keys = WorkingSetKeys(of: message)
        var known = try turn.workingSet(for: keys, region: crowd.region)
        let before = EarlySettlement(message, keys, as: number, after: nil, under: settlement, from: early)
        Self.use(&known.ceilings, &random)
        let expected = SettledMessage(message, as: number, known: known, under: settlement)
        try Self.append(expected, nil, to: turn)
        guard let before else {
          try Self.append(expected, nil, to: early)
          continue
        }
        if let (settled, prepared) = before.again(with: known.ceilings, under: settlement) {
          #expect(settled.booking.decision == expected.booking.decision, "seed \(seed), entry \(number)")
          try Self.append(settled, prepared, to: early)
        } else {
          guard case .held = before.settled.booking.decision else {
            Issue.record("seed \(seed), entry \(number): settled no more")
            return
          }
          held += 1
          try Self.append(expected, nil, to: early)
        }
        changed += expected.booking.decision == before.settled.booking.decision ? 0 : 1
      }
      #expect(try early.digest() == turn.digest(), "seed \(seed)")
      #expect(try early.verify().faults == [], "seed \(seed)")
    }
    #expect(changed > 10)
    #expect((held > 5) == (contracts == .arrangements))
  }

  @Test func `at a line a ceiling comes after the rules and before a spending space`() throws {
    var both = 0
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let crowd = Crowd(.spending, seed: seed)
      let settlement = Settlement(asOf: "2026-05-01", region: RegionContracts(crowd.region))
      let ledger = try Self.ledger(of: crowd)
      for message in crowd.declarations {
        var known = try ledger.workingSet(for: WorkingSetKeys(of: message), region: crowd.region)
        Self.use(&known.ceilings, &random)
        let settled = SettledMessage(message, as: try ledger.nextNumber(), known: known, under: settlement)
        let findings = settled.booking.decision.findings.filter { $0.place.line != nil }
        for (line, findings) in Dictionary(grouping: findings, by: \.place.line) {
          let ranks = findings.map { Self.rank(of: $0.rule) }
          #expect(ranks == ranks.sorted(), "seed \(seed), line \(line ?? -1)")
          both += ranks.contains(1) && ranks.contains(2) ? 1 : 0
        }
        try Self.append(settled, nil, to: ledger)
      }
    }
    #expect(both > 0)
  }

  /// Lets others use about as much of ceilings as there is.
  private static func use(_ ceilings: inout [CeilingUse], _ random: inout SeededGenerator) {
    for index in ceilings.indices {
      let height = ceilings[index].ceiling.ceiling.cents
      ceilings[index].used = Euros(cents: Int64.random(in: height - 40_000...height + 20_000, using: &random))
    }
  }

  private static func rank(of rule: RuleCode) -> Int {
    if ClientCeilingCounter.metadata.contains(where: { $0.code == rule }) { return 1 }
    return SpendingCounter.metadata.contains { $0.code == rule } ? 2 : 0
  }

  /// A ledger with what comes before the declarations of a crowd.
  private static func ledger(of crowd: Crowd) throws -> Ledger {
    let ledger = try Ledger()
    try ledger.append(crowd.region, asOf: "2026-01-02")
    for message in crowd.allocations {
      try TestLedger.take(message, into: ledger, asOf: "2026-01-06", region: crowd.region)
    }
    return ledger
  }

  private static func append(_ settled: SettledMessage, _ prepared: PreparedBooking?, to ledger: Ledger) throws {
    let number = try ledger.nextNumber()
    _ = try ledger.append(
      settled.booking, as: number, asOf: "2026-05-01", raw: PackedBytes(Array("message \(number)".utf8)),
      answer: settled.answer, prepared: prepared)
  }
}
