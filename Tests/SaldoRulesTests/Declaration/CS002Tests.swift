import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS002Tests {
  let rule = CS002BsnPassesElevenTest()

  @Test func `the number of the published example passes`() {
    #expect(rule.places(in: .sample(clients: [Bsn(number: 123_456_782)])) == [])
  }

  @Test(arguments: [123_456_789, 123_456_783, 0] as [UInt32])
  func `a number that misses the test, or is all zeros, fails without being shown`(number: UInt32) {
    let message = DeclarationMessage.sample(
      clients: [Sample.bsn, Bsn(number: number)], lines: [.sample(), .sample(reference: "R2", client: 1)])
    let findings = rule.findings(in: message)
    #expect(findings.map(\.place.client) == [1])
    #expect(findings.map(\.place.sourceLine) == [200])
    #expect(findings.allSatisfy { $0.facts.entries.isEmpty })
  }
}
