import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct OP179Tests {
  let metadata = OP179FileIsNotTooLarge.metadata

  @Test func `it only signals`() {
    #expect(metadata.severity == .signal)
    #expect(metadata.level == .schema)
    #expect(metadata.returnCode == nil)
    #expect(metadata.facts == ["size", "limit"])
  }

  @Test func `it concerns every kind of message`() {
    #expect(metadata.kinds == MessageKind.allCases)
    #expect(metadata.needs == [])
  }
}
