import SaldoDomain
import SaldoTestSupport
import Testing

struct WorkingSetKeysTests {
  private func numbers(_ keys: WorkingSetKeys) -> [UInt32] { keys.allocations.map(\.number.number) }

  @Test func `an allocation names its client, its numbers and the requests that it honours`() {
    let second = with(AllocatedProduct.sample(number: 1000)) { $0.providerReference = "REF1" }
    let keys = WorkingSetKeys(of: .allocation(.sample(products: [.sample(), second, .sample()])))
    #expect(keys.clients == [Sample.bsn])
    #expect(numbers(keys) == [1000, 1001])
    #expect(keys.requests == ["REF1"])
    #expect(keys.references == [] && keys.declarationNumber == nil && keys.firstPeriodBegin == nil)
    #expect(!keys.needsDeliveries)
  }

  @Test func `a start and a stop need the deliveries of their client`() {
    for message in [Message.start(.sample()), .stop(.sample())] {
      let keys = WorkingSetKeys(of: message)
      #expect(keys.clients == [Sample.bsn] && numbers(keys) == [1001] && keys.needsDeliveries)
    }
  }

  @Test func `a request names its client, and the allocations that it keeps and changes`() {
    let request = WorkingSetKeys(of: .allocationRequest(.sample()))
    #expect(request.clients == [Sample.bsn] && numbers(request) == [] && !request.needsDeliveries)
    let change = ChangeRequestMessage.sample(
      unchanged: [.init(allocation: AllocationNumber(1003))], changed: [.sample(), .sample(allocation: 1000)])
    let keys = WorkingSetKeys(of: .changeRequest(change))
    #expect(keys.clients == [Sample.bsn] && numbers(keys) == [1000, 1001, 1003] && !keys.needsDeliveries)
  }

  @Test func `a declaration names what its lines name, from its first product period on`() {
    let march = Period("2025-03-01", "2025-03-31")
    let message = DeclarationMessage.sample(
      clients: [Sample.otherBsn, Sample.bsn],
      lines: [
        .sample(reference: "R2", allocation: 1002, period: march), .sample(client: 1),
        DeliveryLine.sample(reference: "OLD1", period: Period("2025-01-01", "2025-01-31"), client: 1).credited(
          as: "C1"),
      ])
    let keys = WorkingSetKeys(of: .declaration(message))
    #expect(keys.declarationNumber == "D1")
    #expect(keys.firstPeriodBegin == "2025-01-01")
    // The credit of January asks for no earlier debits.
    #expect(
      keys.firstDebitBegins == [
        ClientAllocation(AllocationNumber(1001), of: Sample.bsn): "2025-02-01",
        ClientAllocation(AllocationNumber(1002), of: Sample.otherBsn): "2025-03-01",
      ])
    #expect(keys.clients == [Sample.bsn, Sample.otherBsn])
    #expect(
      keys.allocations == [
        ClientAllocation(AllocationNumber(1001), of: Sample.bsn),
        ClientAllocation(AllocationNumber(1002), of: Sample.otherBsn),
      ])
    #expect(keys.clientPositions == [0, 1])
    #expect(keys.references == ["C1", "OLD1", "R1", "R2"])
    #expect(keys.requests == [] && !keys.needsDeliveries)
  }

  @Test func `clients that come again, and numbers that they share, are named once`() {
    let (one, other) = (Sample.bsn, Sample.otherBsn)
    let message = DeclarationMessage.sample(
      clients: [other, one, other],
      lines: [
        .sample(allocation: 7), .sample(allocation: 5), .sample(allocation: 7, client: 1),
        .sample(allocation: 5, client: 2), .sample(allocation: 5, client: 2),
      ])
    let keys = WorkingSetKeys(of: .declaration(message))
    #expect(keys.clients == [one, other])
    #expect(
      keys.allocations == [
        ClientAllocation(AllocationNumber(5), of: other), ClientAllocation(AllocationNumber(7), of: one),
        ClientAllocation(AllocationNumber(7), of: other),
      ])
    #expect(keys.clientPositions == [1, 0, 1])
  }

  @Test func `references go by their bytes, however long and however they begin`() {
    let sorted: [ExactText] = [
      "", "0123456789ABCDE", "0123456789ABCDEF", "0123456789ABCDEF\0", "0123456789ABCDEF0", "0123456789ABCDEF1",
      "0123456789ABCDEG", "1", "1\0", "10", "9", "A", "a", "e\u{301}", "\u{E9}",
    ]
    for shift in sorted.indices {
      let references = sorted[shift...] + sorted + sorted[..<shift].reversed()
      let message = DeclarationMessage.sample(lines: references.map { .sample(reference: $0) })
      #expect(WorkingSetKeys(of: .declaration(message)).references == sorted)
    }
  }

  @Test func `answers need nothing but their header`() {
    let returned = ReturnMessage(
      header: .sample(.startReturn), returnIdentification: "R1", returnDate: "2025-01-15",
      returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"), codes: [], content: nil)
    for message in [Message.requestAnswer(.sample()), .declarationAnswer(.sample()), .returned(returned)] {
      let keys = WorkingSetKeys(of: message)
      #expect(keys.header == message.header)
      #expect(keys.clients == [] && keys.allocations == [] && keys.references == [] && !keys.needsDeliveries)
    }
  }
}
