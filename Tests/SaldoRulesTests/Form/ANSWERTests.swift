import SaldoDomain
import Testing

@testable import SaldoRules

struct ANSWERTests {
  let metadata = ANSWERMessageIsNotOfAMunicipality.metadata

  @Test func `it makes a file unusable and is not answered`() {
    #expect(metadata.severity == .reject)
    #expect(metadata.level == .schema)
    #expect(metadata.returnCode == nil)
    #expect(metadata.facts == ["message"])
  }

  @Test func `it concerns the answers of a municipality, not those of a provider`() {
    #expect(metadata.kinds.map(\.rawValue) == ["306", "308", "316", "318", "325"])
  }
}
