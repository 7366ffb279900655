import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD077Tests {
  private let both = ["CD077 Omvang", "CD078 Budget"]

  @Test func `a budget and a volume fail, with CD078`() {
    let coded = careMessages(budget: 100_000)
    #expect(broken(coded.allocation) == both)
    #expect(broken(coded.request) == both)
    #expect(broken(coded.new) == both)
    #expect(broken(coded.changed) == both)
    #expect(broken(coded.new.following(.iWmo(.v3_2))) == both)
  }

  @Test func `it points at what should not be there`() {
    #expect(SaldoRulesTests.broken(careMessages(budget: 0).changed).contains("CD077 Omvang"))
  }

  @Test func `one of the two passes, and so does neither for a category alone`() {
    let (volume, budget) = (careMessages(), careMessages(code: nil, volume: nil, budget: 100_000))
    for messages in [volume, budget, careMessages(code: nil, volume: nil)] {
      for message in [messages.allocation, messages.request, messages.new, messages.changed] {
        #expect(broken(message) == [])
      }
    }
  }
}
