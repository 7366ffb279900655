import SaldoDomain
import SaldoLedger
import SaldoSettlement
import SaldoStore
import SaldoTestLedger
import SaldoTestSupport
import Testing

/// What becomes of a 301, 305 or 307 that breaks a rule of level 2.
struct LevelTwoTests {
  /// The decision on a message, when nothing is known before.
  private func decision(on message: Message) -> Decision {
    Settlement(asOf: "2025-04-10", region: nil).settle(message, as: 1, known: WorkingSet()).decision
  }

  private let broken: [(message: Message, rule: RuleCode)] = [
    (.allocation(with(.sample()) { $0.client.contacts = [.sample("04")] }), "TR061"),
    (.start(with(.sample()) { $0.products[0].status = .changed }), "CS058"),
    (.stop(.sample(begin: "2025-01-14", end: "2025-01-13")), "TR018"),
  ]

  @Test func `it is not in force, with the rule and 0001 at the header`() {
    for (message, rule) in broken {
      guard case .notInForce(let findings) = decision(on: message) else {
        Issue.record("in force: \(rule)")
        continue
      }
      #expect(findings.map(\.rule) == [rule])
      #expect(findings.map(\.returnCode) == [.technicallyRejected])
      #expect(findings.map(\.answerClass) == [.header])
    }
  }

  @Test func `the same messages without the mistake pass level 2`() {
    for message in [Message.allocation(.sample()), .start(.sample()), .stop(.sample())] {
      #expect(decision(on: message).findings.allSatisfy { $0.level > .message })
    }
  }

  @Test func `later levels are not judged`() {
    let future = with(AllocationMessage.sample(date: "2025-04-11")) { $0.client.contacts = [.sample("04")] }
    #expect(decision(on: .allocation(future)).findings.map(\.rule) == ["TR061"])
    #expect(decision(on: .allocation(.sample(date: "2025-04-11"))).findings.map(\.rule) == ["TR135"])
  }

  @Test func `an allocation of a product that the contracts do not list stays in force, with its code on record`()
    throws
  {
    let ledger = try Ledger()
    let message = Message.allocation(with(.sample()) { $0.products[0].code = "45Z99" })
    let region = TestRegion.snapshot()
    let booking = Settlement(asOf: "2025-04-10", region: RegionContracts(region)).settle(
      message, as: 1, known: try ledger.workingSet(for: WorkingSetKeys(of: message), region: region))
    #expect(booking.decision.findings.map(\.rule) == ["TR381"])
    _ = try ledger.append(booking, as: 1, asOf: "2025-04-10", raw: PackedBytes([1]), answer: nil)
    #expect(try ledger.payload(of: 1).outcome == .inForce)
    #expect(try ledger.payload(of: 1).codes.map(\.rawValue) == ["S329"])
    let known = try ledger.workingSet(for: WorkingSetKeys(of: .declaration(.sample())), region: region)
    #expect(known.allocations.keys.count == 1)
  }

  @Test func `an allocation that breaks one does not count for a declaration`() throws {
    let ledger = try Ledger()
    let settlement = Settlement(asOf: "2025-04-10", region: nil)
    let refused = with(AllocationMessage.sample()) { $0.client.contacts = [.sample("04")] }
    let repaired = with(AllocationMessage.sample()) { $0.header.identification = "ID2" }
    for (position, message) in [refused, repaired].enumerated() {
      let message = Message.allocation(message)
      let number = try ledger.nextNumber()
      let booking = settlement.settle(
        message, as: number, known: try ledger.workingSet(for: WorkingSetKeys(of: message), region: nil))
      _ = try ledger.append(booking, as: number, asOf: "2025-04-10", raw: PackedBytes([UInt8(position)]), answer: nil)
      let known = try ledger.workingSet(for: WorkingSetKeys(of: .declaration(.sample())), region: nil)
      #expect(known.allocations.keys.count == position)
    }
  }
}
