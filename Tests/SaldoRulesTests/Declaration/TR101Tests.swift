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
}
