import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS319Tests {
  let metadata = CS319DeclarationNumberIsLettersAndDigits.metadata

  @Test func `the schema tells it, so that it has no answer and no facts`() {
    #expect(metadata.level == .schema)
    #expect(metadata.severity == .reject)
    #expect(metadata.returnCode == nil)
    #expect(metadata.answerClasses.isEmpty)
    #expect(metadata.facts == [])
  }

  @Test func `it concerns the declaration number`() {
    #expect(
      metadata.kinds == [.declaration])
    #expect(metadata.domains == Domain.allCases)
  }
}
