import SaldoDomain
import Testing

@testable import SaldoRules

struct BSNTests {
  let metadata = BSNStaysOutOfReferenceNumbers.metadata

  @Test func `it only signals, on declarations`() {
    #expect(metadata.severity == .signal)
    #expect(metadata.level == .message)
    #expect(metadata.returnCode == nil)
    #expect(metadata.kinds == [.declaration])
  }

  @Test func `it shows no value`() {
    #expect(metadata.facts == [])
  }
}
