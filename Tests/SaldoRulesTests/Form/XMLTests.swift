import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct XMLTests {
  let metadata = XMLMessageCanBeRead.metadata

  @Test func `it stops a message without an answer`() {
    #expect(metadata.severity == .reject)
    #expect(metadata.level == .schema)
    #expect(metadata.returnCode == nil)
    #expect(metadata.answerClasses.isEmpty)
    #expect(metadata.facts == ["reason"])
  }

  @Test func `it concerns every kind of message`() {
    #expect(metadata.kinds == MessageKind.allCases)
    #expect(metadata.needs == [])
  }
}
