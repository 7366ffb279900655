import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD060Tests {
  let rule = CD060CreditNamesItsDebit()

  @Test func `a debit without and a credit with a previous reference pass`() {
    let lines: [DeliveryLine] = [.sample(), .sample(reference: "OLD1").credited(as: "R2")]
    #expect(rule.places(in: .sample(lines: lines)) == [])
  }

  @Test func `a credit without a previous reference fails`() {
    let message = DeclarationMessage.sample(lines: [.sample(amount: .credit(4000))])
    #expect(rule.places(in: message) == ["Client[1]/Prestatie[1]/ProductReferentie/VorigReferentieNummer"])
  }

  @Test func `a debit with a previous reference fails`() {
    let message = DeclarationMessage.sample(lines: [.sample(), .sample(reference: "R2", previousReference: "OLD1")])
    #expect(rule.places(in: message) == ["Client[1]/Prestatie[2]/ProductReferentie/VorigReferentieNummer"])
  }
}
