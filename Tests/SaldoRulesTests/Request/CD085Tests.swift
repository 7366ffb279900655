import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD085Tests {
  @Test func `a rejection has a reason`() {
    for domain in Domain.allCases {
      let standard = Standard(domain: domain, release: .v3_2)
      let rejection = Message.requestAnswer(.sample(answer: .rejected, reason: nil)).following(standard)
      #expect(broken(rejection) == ["CD085 Antwoord/RedenAfwijzingVerzoek"])
      #expect(broken(.requestAnswer(.sample(answer: .rejected, reason: "1")).following(standard)) == [])
    }
  }

  @Test func `an investigation needs none`() {
    #expect(broken(.requestAnswer(.sample(answer: .underInvestigation, reason: nil))) == [])
  }
}
