import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD086Tests {
  @Test func `an investigation has no reason`() {
    for domain in Domain.allCases {
      let standard = Standard(domain: domain, release: .v3_2)
      let answer = Message.requestAnswer(.sample(answer: .underInvestigation, reason: "3")).following(standard)
      #expect(broken(answer) == ["CD086 Antwoord/RedenAfwijzingVerzoek"])
      #expect(broken(.requestAnswer(.sample(answer: .underInvestigation, reason: nil)).following(standard)) == [])
    }
  }

  @Test func `a rejection may have any reason`() {
    #expect(broken(.requestAnswer(.sample(answer: .rejected, reason: "3"))) == [])
  }
}
