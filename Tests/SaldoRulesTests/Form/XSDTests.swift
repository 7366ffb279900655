import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct XSDTests {
  let metadata = XSDMessageFollowsItsSchema.metadata

  @Test func `it stops a message without an answer`() {
    #expect(metadata.severity == .reject)
    #expect(metadata.level == .schema)
    #expect(metadata.returnCode == nil)
    #expect(metadata.answerClasses.isEmpty)
    #expect(metadata.facts == ["element", "reason", "expected"])
  }

  @Test func `it concerns every kind of message`() {
    #expect(metadata.kinds == MessageKind.allCases)
    #expect(metadata.needs == [])
  }
}
