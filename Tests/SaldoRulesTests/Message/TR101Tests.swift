import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR101Tests {
  let rule = TR101ClassesOccurOnce()

  @Test func `two clients with lines of their own pass`() {
    let lines: [DeliveryLine] = [.sample(), .sample(reference: "R2"), .sample(reference: "R3", client: 1)]
    #expect(rule.places(in: .sample(clients: [Sample.bsn, Sample.otherBsn], lines: lines)) == [])
  }

  @Test func `the same client twice fails at the second, without the number`() {
    let message = DeclarationMessage.sample(
      clients: [Sample.otherBsn, Sample.bsn, Sample.bsn],
      lines: [.sample(), .sample(reference: "R2", client: 1), .sample(reference: "R3", client: 2)])
    let findings = rule.findings(in: message)
    #expect(findings.map(\.place.client) == [2])
    #expect(findings.map(\.facts["first"]) == [.number(2)])
  }

  @Test func `the same line twice under a client fails at the second`() {
    let message = DeclarationMessage.sample(lines: [.sample(), .sample(reference: "R2"), .sample()])
    #expect(rule.findings(in: message).map(\.place.line) == [2])
    #expect(rule.findings(in: message).map(\.facts["first"]) == [.number(1)])
  }

  @Test func `positions of lines count within their client`() {
    let message = DeclarationMessage.sample(
      clients: [Sample.bsn, Sample.otherBsn],
      lines: [.sample(), .sample(reference: "R2", client: 1), .sample(reference: "R2", client: 1)])
    #expect(rule.places(in: message) == ["Client[2]/Prestatie[2]/ProductReferentie/ReferentieNummer"])
    #expect(rule.findings(in: message).map(\.facts["first"]) == [.number(1)])
  }

  @Test func `one reference with and without a previous one is two keys`() {
    let lines: [DeliveryLine] = [.sample(), .sample(previousReference: "OLD1", amount: .credit(4000))]
    #expect(rule.places(in: .sample(lines: lines)) == [])
  }

  @Test func `one reference under two clients is not its business`() {
    let message = DeclarationMessage.sample(
      clients: [Sample.bsn, Sample.otherBsn], lines: [.sample(), .sample(client: 1)])
    #expect(rule.places(in: message) == [])
  }

  @Test func `two spellings of é are two references`() {
    let lines: [DeliveryLine] = [.sample(reference: "\u{E9}"), .sample(reference: "e\u{301}")]
    #expect(rule.places(in: .sample(lines: lines)) == [])
  }

  // Other kinds of messages.

  @Test func `a client has one contact of a kind`() {
    func broken(_ kinds: [String]) -> [String] {
      SaldoRulesTests.broken(.allocation(with(.sample()) { $0.client.contacts = kinds.map { .sample($0) } }))
    }
    #expect(broken(["01", "02"]) == [])
    #expect(broken(["01", "01"]) == ["TR101 Soort"])
    #expect(broken(["01", "02", "01", "02"]) == ["TR101 Soort", "TR101 Soort"])
  }

  @Test func `a relation has a number of its own, and contacts of its own`() {
    func broken(_ numbers: [ExactText]) -> [String] {
      SaldoRulesTests.broken(.allocation(with(.sample()) { $0.client.relations = numbers.map { .sample($0) } }))
    }
    #expect(broken(["P1", "P2"]) == [])
    #expect(broken(["P1", "P1"]) == ["TR101 Nummer"])
  }

  @Test(arguments: Domain.allCases)
  func `a number of an allocation occurs once`(domain: Domain) {
    func broken(_ number: UInt32) -> [String] {
      let products: [AllocatedProduct] = [.sample(), .sample(number: number, code: "45A53")]
      let message = Message.allocation(.sample(products: products))
      return SaldoRulesTests.broken(message.following(Standard(domain: domain, release: .v3_2)))
    }
    #expect(broken(1002) == [])
    #expect(broken(1001) == ["TR101 ToewijzingNummer"])
  }

  @Test func `a start differs in allocation, product or begin`() {
    func broken(_ change: (inout StartedProduct) -> Void) -> [String] {
      SaldoRulesTests.broken(.start(with(.sample()) { $0.products.append(with(.sample(), change)) }))
    }
    #expect(broken { _ in } == ["TR101 Begindatum"])
    #expect(broken { $0.begin = "2025-01-15" } == [])
    #expect(broken { $0.allocation = AllocationNumber(1002) } == [])
    #expect(broken { $0.allocation = nil } == [])
    #expect(broken { $0.code = "45A53" } == [])
    #expect(broken { $0.code = nil } == [])
    #expect(broken { $0.category = ProductCategory(rawValue: "41") } == [])
    #expect(broken { $0.status = .removal } == ["TR101 Begindatum"])
    #expect(broken { $0.allocationBegin = nil } == ["TR101 Begindatum"])
  }

  @Test func `an absent part equals an absent one`() {
    let bare = with(StartedProduct.sample()) {
      $0.allocation = nil
      $0.category = nil
      $0.code = nil
    }
    #expect(broken(.start(with(.sample()) { $0.products = [bare, bare] })) == ["TR101 Begindatum"])
  }

  /// What a message of a release breaks with two stops of which the second is changed.
  private func stopping(in release: Release = .v3_2, _ change: (inout StoppedProduct) -> Void) -> [String] {
    let message = Message.stop(with(.sample()) { $0.products.append(with($0.products[0], change)) })
    return broken(message.following(.iJw(release)))
  }

  @Test func `a stop differs in its start, reason or end`() {
    #expect(stopping { _ in } == ["TR101 Begindatum"])
    #expect(stopping { $0.reason = .temporary } == [])
    #expect(stopping { $0.end = "2025-03-30" } == [])
    #expect(stopping { $0.start.begin = "2025-01-15" } == [])
    #expect(stopping { $0.start.status = .removal } == ["TR101 Begindatum"])
  }

  @Test func `the reason is part of the key since release 3_2`() {
    #expect(stopping(in: .v3_1) { $0.reason = .temporary } == ["TR101 Begindatum"])
    #expect(stopping(in: .v3_0) { $0.reason = .temporary } == ["TR101 Begindatum"])
    #expect(stopping(in: .v3_1) { $0.end = "2025-03-30" } == [])
  }

  @Test func `an allocation is named once in each list of a change`() {
    let unchanged = ChangeRequestMessage.UnchangedProduct(allocation: AllocationNumber(1002))
    func broken(
      _ unchanged: [ChangeRequestMessage.UnchangedProduct], _ changed: [ChangeRequestMessage.ChangedProduct]
    ) -> [String] {
      SaldoRulesTests.broken(.changeRequest(.sample(unchanged: unchanged, changed: changed)))
    }
    #expect(broken([unchanged], [.sample(), .sample(allocation: 1003)]) == [])
    #expect(broken([unchanged, unchanged], [.sample()]) == ["TR101 ToewijzingNummer"])
    #expect(broken([unchanged], [.sample(), .sample()]) == ["TR101 ToewijzingNummer"])
    #expect(broken([unchanged], [.sample(allocation: 1002)]) == [])
  }

  @Test func `a new product differs in product or first day`() {
    func broken(_ second: ChangeRequestMessage.NewProduct) -> [String] {
      let first = ChangeRequestMessage.NewProduct.sample(validity: OpenPeriod("2025-04-01", "2025-04-30"))
      return SaldoRulesTests.broken(.changeRequest(.sample(new: [first, second]))).map { String($0.prefix(5)) }
    }
    #expect(broken(.sample(validity: OpenPeriod("2025-04-01", "2025-05-31"))) == ["TR101", "TR410"])
    #expect(broken(.sample(validity: OpenPeriod("2025-05-01", "2025-05-31"))) == [])
    #expect(broken(.sample(code: "45A53", validity: OpenPeriod("2025-04-01", "2025-05-31"))) == [])
  }

  @Test func `a reference of a request occurs once`() {
    let products: [RequestedProduct] = [.sample(), .sample(code: "45A53")]
    #expect(
      rule.findings(in: .allocationRequest(.sample(products: products))).map(\.place.path) == [
        "/Bericht/Client/AangevraagdeProducten/AangevraagdProduct[2]/ReferentieAanbieder"
      ])
  }

  @Test func `a client and a line come back once`() {
    func broken(_ clients: [(Bsn, [DeliveryLine])], granted: Int64) -> [String] {
      let clients = clients.map { (bsn: $0.0, lines: $0.1) }
      return SaldoRulesTests.broken(.declarationAnswer(.sample(granted: .debit(granted), clients: clients)))
    }
    let second = DeliveryLine.sample(reference: "R2")
    #expect(broken([(Sample.bsn, [.sample(), second])], granted: 1000) == [])
    #expect(
      broken([(Sample.bsn, [.sample(), .sample()])], granted: 1000) == ["TR101 ProductReferentie/ReferentieNummer"])
    #expect(broken([(Sample.bsn, [.sample()]), (Sample.bsn, [second])], granted: 1000) == ["TR101 Bsn"])
    #expect(broken([(Sample.bsn, [.sample()]), (Sample.otherBsn, [.sample()])], granted: 1000) == [])
  }

  @Test func `an answer to a request, and a return message, hold nothing that could occur twice`() {
    let returned = ReturnMessage(
      header: .sample(.startReturn), returnIdentification: "R1", returnDate: "2025-01-15",
      returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"), codes: [], content: nil)
    for message in [Message.requestAnswer(.sample()), .returned(returned)] {
      TR101ClassesOccurOnce().judge(message) { place, _ in Issue.record("\(place.path)") }
    }
  }
}
