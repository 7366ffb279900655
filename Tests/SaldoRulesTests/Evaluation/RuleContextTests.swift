import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct RuleContextTests {
  @Test func `everything that a rule needs must be known`() {
    let kinds: [Knowledge] = [.region, .history]
    for (hasRegion, hasHistory) in [(false, false), (true, false), (false, true), (true, true)] {
      let context = RuleContext(
        asOf: "2025-02-15", region: hasRegion ? .sample() : nil, known: hasHistory ? .sample() : nil)
      #expect(context.has([]))
      #expect(context.has(.region) == hasRegion)
      #expect(context.has(.history) == hasHistory)
      #expect(context.has(Knowledge(kinds)) == (hasRegion && hasHistory))
    }
  }
}
