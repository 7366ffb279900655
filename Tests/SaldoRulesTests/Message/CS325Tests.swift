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

  @Test(arguments: Domain.allCases)
  func `an answer grants zero as debit`(domain: Domain) {
    let standard = Standard(domain: domain, release: .v3_2)
    let nothing = DeclarationAnswer.sample(claimed: .debit(4000), granted: .debit(0))
    #expect(broken(.declarationAnswer(nothing).following(standard)) == [])
    let credit = DeclarationAnswer.sample(claimed: .debit(4000), granted: .credit(0))
    #expect(
      broken(.declarationAnswer(credit).following(standard)) == ["CS325 DeclaratieAntwoord/TotaalToegekendBedrag"])
  }

  @Test func `an answer repeats a claimed zero and a line of zero as debit`() {
    let line = DeliveryLine.sample(volume: 0, amount: .credit(0))
    let answer = DeclarationAnswer.sample(
      claimed: .credit(0), granted: .debit(0), clients: [(Sample.bsn, [with(line) { $0.previousReference = "OLD1" }])])
    #expect(
      broken(.declarationAnswer(answer)) == [
        "CS325 DeclaratieAntwoord/TotaalIngediendBedrag", "CS325 IngediendBedrag/DebetCredit",
      ])
  }

  @Test func `a refused header has no amounts`() {
    #expect(rule.findings(in: .declarationAnswer(with(.sample()) { $0.declaration = nil })) == [])
  }
}
