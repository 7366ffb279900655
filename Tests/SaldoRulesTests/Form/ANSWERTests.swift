import SaldoDomain
import Testing

@testable import SaldoRules

struct ANSWERTests {
  let metadata = ANSWERDeclarationHasOneAnswer.metadata

  @Test func `it only signals, on answers to declarations`() {
    #expect(metadata.severity == .signal)
    #expect(metadata.returnCode == nil)
    #expect(metadata.kinds == [.declarationAnswer])
    #expect(metadata.facts == [])
  }
}
