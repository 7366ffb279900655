import SaldoDomain
import Testing

@testable import SaldoRules

struct REGIONTests {
  let metadata = REGIONMessageIsForThisRegion.metadata

  @Test func `it makes a file unusable and is not answered`() {
    #expect(metadata.severity == .reject)
    #expect(metadata.level == .schema)
    #expect(metadata.returnCode == nil)
    #expect(metadata.facts == ["municipality"])
  }

  @Test func `it needs the region and concerns every kind of message`() {
    #expect(metadata.kinds == MessageKind.allCases)
    #expect(metadata.needs == .region)
  }
}
