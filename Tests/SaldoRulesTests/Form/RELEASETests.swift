import SaldoDomain
import Testing

@testable import SaldoRules

struct RELEASETests {
  let metadata = RELEASEMessageIsOfItsTime.metadata

  @Test func `it makes a file unusable and is not answered`() {
    #expect(metadata.severity == .reject)
    #expect(metadata.level == .schema)
    #expect(metadata.returnCode == nil)
    #expect(metadata.facts == ["date", "release", "live", "next"])
  }

  @Test func `it needs nothing and concerns every kind of message`() {
    #expect(metadata.kinds == MessageKind.allCases)
    #expect(metadata.needs == [])
  }
}
