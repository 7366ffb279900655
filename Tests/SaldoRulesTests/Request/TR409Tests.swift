import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR409Tests {
  @Test(arguments: ["1", "5", "7", "9"])
  func `another reason does not name a municipality of residence`(reason: String) {
    let answer = RequestAnswerMessage.sample(reason: reason, residence: Sample.otherMunicipality)
    #expect(broken(.requestAnswer(answer)) == ["TR409 Antwoord/Woonplaatsbeginsel"])
    #expect(broken(.requestAnswer(.sample(reason: reason))) == [])
  }

  @Test func `nor does no reason`() {
    let answer = RequestAnswerMessage.sample(
      answer: .underInvestigation, reason: nil, residence: Sample.otherMunicipality)
    #expect(broken(.requestAnswer(answer)) == ["TR409 Antwoord/Woonplaatsbeginsel"])
    let found = Fact.phrase(Bilingual(nl: "geen reden afwijzing", en: "no reason of rejection"))
    #expect(TR409ResidenceOnlyWithReason8().findings(in: .requestAnswer(answer)).map(\.facts["found"]) == [found])
  }

  @Test func `reason 8 does`() {
    #expect(broken(.requestAnswer(.sample(reason: "8", residence: Sample.otherMunicipality))) == [])
  }

  @Test func `iWmo does not have the class`() {
    let answer = RequestAnswerMessage.sample(reason: "1", residence: Sample.otherMunicipality)
    #expect(broken(.requestAnswer(answer).following(.iWmo(.v3_2))) == [])
  }

  @Test func `the facts tell the reason`() {
    let answer = RequestAnswerMessage.sample(reason: "5", residence: Sample.otherMunicipality)
    let found = Fact.phrase(Bilingual(nl: "reden afwijzing 5", en: "reason of rejection 5"))
    #expect(TR409ResidenceOnlyWithReason8().findings(in: .requestAnswer(answer)).map(\.facts) == [["found": found]])
  }
}
