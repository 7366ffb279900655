import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR337Tests {
  let rule = TR337AnswerNamesASentDeclaration()

  private func known(_ declaration: DeclarationMessage?) -> WorkingSet {
    with(WorkingSet()) { $0.answeredDeclaration = declaration }
  }

  @Test func `an answer to a declaration that was sent passes`() {
    #expect(rule.verdict(on: .sample(), in: .sample(known: known(.sample()))) == .pass)
  }

  @Test func `an answer to a declaration that nobody knows fails, and nothing else is said`() {
    let expected: Facts = ["identification": .code("ID1"), "date": .date("2025-03-03")]
    let context = RuleContext.sample(known: known(nil))
    #expect(rule.verdict(on: .sample(), in: context) == .fail(expected))
    let findings = AnswerEvaluator(context).findings(.sample())
    #expect(findings.map(\.rule) == ["TR337"])
    #expect(findings[0].place.path == "/Bericht/Header/DeclaratieIdentificatie")
    #expect(findings[0].returnCode == nil && findings[0].severity == .reject)
    expectListed(findings[0].facts, by: TR337AnswerNamesASentDeclaration.metadata)
  }

  @Test func `without history it has nothing to say`() {
    #expect(rule.verdict(on: .sample(), in: .sample(known: nil)) == .notApplicable)
    #expect(AnswerEvaluator(.sample(known: nil)).findings(.sample()) == [])
  }
}
