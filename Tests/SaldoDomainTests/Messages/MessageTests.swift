import SaldoDomain
import SaldoTestSupport
import Testing

struct MessageTests {
  private func returned(
    _ kind: MessageKind, codes: [ReturnCode] = [], content: ReturnMessage.Content? = nil
  ) -> ReturnMessage {
    ReturnMessage(
      header: .sample(kind), returnIdentification: "R1", returnDate: "2025-03-10",
      returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"), codes: codes, content: content)
  }

  // iStandaarden 3.2: the messages of providers are the 305, 307, 315, 317 and 323; a return message keeps the sender.
  @Test func `providers send starts, stops, requests and declarations`() {
    let ofProviders: Set<MessageKind> = [
      .start, .startReturn, .stop, .stopReturn, .allocationRequest, .allocationRequestReturn, .changeRequest,
      .changeRequestReturn, .declaration,
    ]
    for kind in MessageKind.allCases {
      #expect(MessageHeader.sample(kind).isFromProvider == ofProviders.contains(kind), "\(kind)")
    }
  }

  @Test func `every message tells its header`() {
    let messages: [Message] = [
      .allocation(.sample()), .start(.sample()), .stop(.sample()), .allocationRequest(.sample()),
      .changeRequest(.sample()), .requestAnswer(.sample()), .declaration(.sample()), .declarationAnswer(.sample()),
      .returned(returned(.allocationReturn)),
    ]
    let kinds: [MessageKind] = [
      .allocation, .start, .stop, .allocationRequest, .changeRequest, .requestAnswer, .declaration, .declarationAnswer,
      .allocationReturn,
    ]
    #expect(messages.map(\.header.kind) == kinds)
  }

  @Test func `a message is kept by the year of its last day of care`() {
    let products: [AllocatedProduct] = [
      .sample(validity: OpenPeriod("2025-01-13", "2027-06-30")),
      .sample(validity: OpenPeriod("2025-01-13", "2026-06-30")),
    ]
    #expect(Message.allocation(.sample(date: "2025-01-10", products: products)).retentionYear == 2027)
    let open = [AllocatedProduct.sample(validity: OpenPeriod("2024-01-01"))]
    #expect(Message.allocation(.sample(date: "2025-01-10", products: open)).retentionYear == 2025)
    #expect(Message.allocation(.sample(date: "2025-01-10", products: [])).retentionYear == 2025)
    let lines: [DeliveryLine] = [
      .sample(period: Period("2024-12-30", "2025-01-05")), .sample(period: Period("2024-12-01", "2024-12-31")),
    ]
    #expect(Message.declaration(.sample(messageDate: "2026-01-03", lines: lines)).retentionYear == 2025)
    #expect(Message.declaration(.sample(messageDate: "2026-01-03", lines: [])).retentionYear == 2026)
    let others: [Message] = [
      .start(.sample()), .stop(.sample(date: "2026-01-03", end: "2025-12-31")), .allocationRequest(.sample()),
      .changeRequest(.sample()), .requestAnswer(.sample()), .declarationAnswer(.sample()),
      .returned(returned(.startReturn)),
    ]
    #expect(others.map(\.retentionYear) == [2025, 2026, 2025, 2025, 2025, 2025, 2025])
  }

  @Test func `a return message accepts when it carries neither codes nor content`() {
    let content = ReturnMessage.Content(message: .start(.sample()), codes: [:])
    #expect(returned(.startReturn).accepts)
    #expect(!returned(.startReturn, codes: [.technicallyRejected]).accepts)
    #expect(!returned(.startReturn, content: content).accepts)
  }

  @Test func `an allocation message is decided at the first moment of its products, to the millisecond`() {
    func moment(_ date: CalendarDate, _ millisecond: Int32) -> DecisionMoment {
      DecisionMoment(date: date, millisecondOfDay: millisecond)
    }
    func decided(_ moments: DecisionMoment...) -> DecisionMoment {
      AllocationMessage.sample(products: moments.map { at in with(.sample()) { $0.decidedAt = at } }).decidedAt
    }
    #expect(decided(moment("2025-01-11", 0), moment("2025-01-10", 9)) == moment("2025-01-10", 9))
    #expect(decided(moment("2025-01-10", 8), moment("2025-01-10", 9)) == moment("2025-01-10", 8))
    #expect(decided(moment("2025-01-10", 9), moment("2025-01-10", 8)) == moment("2025-01-10", 8))
    #expect(!(moment("2025-01-10", 8) < moment("2025-01-10", 8)))
  }

  @Test func `an amount is a size and a side`() {
    #expect(StatedAmount(signed: Euros(cents: -1)) == .credit(1))
    #expect(StatedAmount(signed: .zero) == .debit(0))
    #expect(StatedAmount(signed: Euros(cents: 1)) == .debit(1))
    #expect(StatedAmount.credit(5).signed == Euros(cents: -5))
    #expect(StatedAmount.debit(5).signed == Euros(cents: 5))
  }

  @Test func `source lines are told from the first, and follow when they are set`() {
    var lines = DeliveryLine.SourceLines(first: 100)
    #expect(lines[.tariff] == 100)
    lines[.tariff] = 107
    #expect(lines[.tariff] == 107 && lines[.volume] == 100)
  }

  @Test func `allocation numbers are ordered as numbers`() {
    #expect(AllocationNumber(999) < AllocationNumber(1000))
    #expect(!(AllocationNumber(1000) < AllocationNumber(1000)))
  }
}
