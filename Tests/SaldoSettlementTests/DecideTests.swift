import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoSettlement

/// A decision without a booking against the booking.
struct DecideTests {
  /// Declarations that are approved, refused at a line, held against level 2, with a credit, and other messages.
  private static let messages: [Message] = [
    .declaration(.sample()),
    .declaration(.sample(lines: [.sample(), .sample(reference: "R2", allocation: 1002, amount: .debit(1))])),
    .declaration(.sample(total: .debit(1))),
    .declaration(
      .sample(lines: [
        DeliveryLine.sample(reference: "OLD1").credited(as: "C1"), .sample(volume: 9, amount: .debit(3600)),
      ])),
    .declaration(.sample(number: "D-2", lines: [.sample(unit: .euro)])),
    .allocation(.sample()),
  ]

  @Test(arguments: messages.indices, [nil, WorkingSet(), .sample(), .sample(lines: [.sample()])] as [WorkingSet?])
  func `a decision is that of the booking`(position: Int, known: WorkingSet?) {
    let message = Self.messages[position]
    for region in [nil, RegionContracts.sample] {
      let settlement = Settlement(asOf: "2025-04-10", region: region)
      #expect(settlement.decide(message, known: known) == settlement.settle(message, as: 1, known: known).decision)
    }
  }

  @Test func `without contracts and earlier messages a line is judged by itself`() {
    let decision = Settlement(asOf: "2025-04-10", region: nil).decide(Self.messages[1], known: nil)
    #expect(decision.judgement?.stage == .lines)
    // 10 hours at 4 euros are 40 euros, not a cent.
    #expect(decision.findings.map(\.rule) == ["TR346"] && decision.findings.map(\.place.line) == [1])
  }
}
