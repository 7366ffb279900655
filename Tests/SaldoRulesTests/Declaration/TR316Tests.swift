import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR316Tests {
  let rule = TR316CreditsUndoEarlierMessages()

  @Test func `a credit of an older line with its new debit passes`() {
    let lines = [DeliveryLine.sample(reference: "OLD1").credited(as: "C1"), .sample()]
    #expect(rule.places(in: .sample(lines: lines)) == [])
  }

  @Test(arguments: [false, true])
  func `a debit and its credit fail, whichever comes first`(creditFirst: Bool) {
    let debit = DeliveryLine.sample()
    let credit = debit.credited(as: "C1")
    let findings = rule.findings(in: .sample(lines: creditFirst ? [credit, debit] : [debit, credit]))
    #expect(findings.map(\.place.line) == [creditFirst ? 0 : 1])
    #expect(findings.map(\.facts["line"]) == [.number(creditFirst ? 2 : 1)])
  }

  @Test func `a line that credits itself fails`() {
    let line = DeliveryLine.sample(previousReference: "R1", amount: .credit(4000))
    #expect(
      rule.places(in: .sample(lines: [line])) == ["Client[1]/Prestatie[1]/ProductReferentie/VorigReferentieNummer"])
  }

  @Test func `a line of another client counts`() {
    var credit = DeliveryLine.sample().credited(as: "C1")
    credit.client = 1
    let message = DeclarationMessage.sample(clients: [Sample.bsn, Sample.otherBsn], lines: [.sample(), credit])
    #expect(rule.findings(in: message).map(\.place.line) == [1])
  }

  @Test func `a message without credits is not its business`() {
    #expect(rule.places(in: .sample()) == [])
  }
}
