import SaldoDomain
import Testing

@testable import SaldoRules

struct KNOWNTests {
  let metadata = KNOWNMessageIsNew.metadata

  @Test func `it only signals, on every kind of message`() {
    #expect(metadata.severity == .signal)
    #expect(metadata.returnCode == nil)
    #expect(metadata.kinds == MessageKind.allCases)
    #expect(metadata.facts == ["number", "asOf"])
  }
}
