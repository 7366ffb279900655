import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR376Tests {
  let rule = TR376AnswerNamesTheNumberOfTheDeclaration()

  @Test func `the number of the declaration passes`() {
    #expect(rule.findings(in: .sample(), to: .sample()) == [])
  }

  @Test func `another number fails`() {
    let answer = with(DeclarationAnswer.sample()) { $0.declaration?.number = "D2" }
    let findings = rule.findings(in: answer, to: .sample())
    #expect(findings.map(\.facts) == [["expected": .code("D1"), "found": .code("D2")]])
    #expect(findings.map(\.place.path) == ["/Bericht/DeclaratieAntwoord/DeclaratieNummer"])
  }

  @Test func `a refused header names no number`() {
    let answer = with(DeclarationAnswer.sample()) { $0.declaration = nil }
    #expect(rule.findings(in: answer, to: .sample()) == [])
  }
}
