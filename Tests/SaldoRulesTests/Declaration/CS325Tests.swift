import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS325Tests {
  let rule = CS325ZeroIsDebit()

  @Test func `zero as debit passes`() {
    let lines: [DeliveryLine] = [.sample(), .sample(reference: "OLD1").credited(as: "R2")]
    #expect(rule.places(in: .sample(total: .debit(0), lines: lines)) == [])
    #expect(rule.places(in: .sample(lines: [.sample(volume: 0, amount: .debit(0))])) == [])
  }

  @Test func `a total of zero as credit fails`() {
    #expect(rule.places(in: .sample(total: .credit(0))) == ["TotaalIngediendBedrag"])
  }

  @Test func `a line of zero as credit fails`() {
    let message = DeclarationMessage.sample(total: .debit(0), lines: [.sample(volume: 0, amount: .credit(0))])
    #expect(rule.places(in: message) == ["Client[1]/Prestatie[1]/IngediendBedrag/DebetCredit"])
  }

  @Test func `one cent as credit passes`() {
    #expect(rule.places(in: .sample(total: .credit(1), lines: [.sample(amount: .credit(1))])) == [])
  }
}
