import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct OP192Tests {
  let metadata = OP192FileHasTheTechnicalForm.metadata

  @Test func `it only signals`() {
    #expect(metadata.severity == .signal)
    #expect(metadata.level == .schema)
    #expect(metadata.returnCode == nil)
    #expect(metadata.facts == ["reason"])
  }

  @Test func `it concerns every kind of message`() {
    #expect(metadata.kinds == MessageKind.allCases)
    #expect(metadata.needs == [])
  }
}
