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

  /// What an answer breaks that returns this line, with nothing granted.
  private func answering(_ line: DeliveryLine) -> [String] {
    let answer = DeclarationAnswer.sample(
      claimed: line.amount, granted: .debit(0), clients: [(Sample.bsn, [line])])
    return broken(.declarationAnswer(answer).following(.iWmo(.v3_2)))
  }

  @Test func `a returned line is judged alike`() {
    #expect(answering(.sample()) == [])
    #expect(answering(.sample(reference: "OLD1").credited(as: "R1")) == [])
    #expect(answering(.sample(previousReference: "OLD1")) == ["CD060 ProductReferentie/VorigReferentieNummer"])
    #expect(answering(.sample(amount: .credit(4000))) == ["CD060 ProductReferentie/VorigReferentieNummer"])
  }

  @Test func `the place is the line under its client`() {
    let answer = DeclarationAnswer.sample(
      granted: .credit(3000),
      clients: [
        (Sample.bsn, [.sample()]),
        (Sample.otherBsn, [.sample(reference: "R2"), .sample(reference: "R3", previousReference: "OLD1")]),
      ])
    #expect(
      rule.findings(in: .declarationAnswer(answer)).map(\.place.path) == [
        "/Bericht/DeclaratieAntwoord/Clienten/Client[2]/Prestaties/Prestatie[2]/ProductReferentie/VorigReferentieNummer"
      ])
  }
}
