import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS025Tests {
  let metadata = CS025VersionIsThatOfTheRelease.metadata

  @Test func `the schema tells it, so that it has no answer and no facts`() {
    #expect(metadata.level == .schema)
    #expect(metadata.severity == .reject)
    #expect(metadata.returnCode == nil)
    #expect(metadata.answerClasses.isEmpty)
    #expect(metadata.facts == [])
  }

  @Test func `it concerns the version`() {
    #expect(
      metadata.kinds == [
        .allocation, .start, .stop, .allocationRequest, .changeRequest, .requestAnswer, .declaration,
        .declarationAnswer,
      ])
    #expect(metadata.domains == Domain.allCases)
  }
}
