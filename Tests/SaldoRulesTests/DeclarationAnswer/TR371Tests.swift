import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR371Tests {
  let rule = TR371AnswerNamesTheSchemaOfTheDeclaration()

  @Test func `the schema version of the declaration passes`() {
    #expect(rule.findings(in: .sample(), to: .sample()) == [])
  }

  @Test(arguments: [("1.0.1", "1.0.0"), ("1.0.0", "1.0.1")])
  func `another version of either schema fails`(basic: String, message: String) {
    let answer = with(DeclarationAnswer.sample()) {
      $0.declarationSchemaVersion = SchemaVersion(basic: basic, message: message)
    }
    let findings = rule.findings(in: answer, to: .sample())
    #expect(findings.map(\.facts) == [["expected": .code("1.0.0 / 1.0.0"), "found": .code("\(basic) / \(message)")]])
    #expect(findings.map(\.place.path) == ["/Bericht/Header/XsdVersieDeclaratie"])
  }
}
