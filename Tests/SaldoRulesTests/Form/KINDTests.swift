import SaldoDomain
import Testing

@testable import SaldoRules

struct KINDTests {
  let metadata = KINDMessageIsSettled.metadata

  @Test func `it makes a file unusable and is not answered`() {
    #expect(metadata.severity == .reject)
    #expect(metadata.level == .schema)
    #expect(metadata.returnCode == nil)
    #expect(metadata.facts == ["message", "release", "reason"])
  }

  @Test func `it needs nothing and concerns every kind of message`() {
    #expect(metadata.kinds == MessageKind.allCases)
    #expect(metadata.needs == [])
  }
}
