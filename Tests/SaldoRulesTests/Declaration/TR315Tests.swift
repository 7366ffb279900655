import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR315Tests {
  let rule = TR315LineIsCreditedOnceInAMessage()

  @Test func `credits of two lines pass`() {
    let lines = [
      DeliveryLine.sample(reference: "OLD1").credited(as: "R1"),
      DeliveryLine.sample(reference: "OLD2").credited(as: "R2"),
    ]
    #expect(rule.places(in: .sample(lines: lines)) == [])
  }

  @Test func `a second credit of one line fails, under another client too`() {
    let old = DeliveryLine.sample(reference: "OLD1")
    var other = old.credited(as: "R2")
    other.client = 1
    let message = DeclarationMessage.sample(
      clients: [Sample.bsn, Sample.otherBsn], lines: [.sample(reference: "R0"), old.credited(as: "R1"), other])
    #expect(rule.findings(in: message).map(\.place.line) == [2])
    #expect(rule.findings(in: message).map(\.facts["first"]) == [.number(2)])
  }

  @Test func `debits are not its business`() {
    #expect(rule.places(in: .sample(lines: [.sample(), .sample()])) == [])
  }
}
