import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD041Tests {
  @Test func `a code without a volume fails`() {
    let messages = careMessages(volume: nil)
    for message in [messages.allocation, messages.request, messages.new] {
      #expect(broken(message) == ["CD041 Omvang"])
      #expect(broken(message.following(.iWmo(.v3_2))) == ["CD041 Omvang"])
    }
  }

  @Test func `a code with a volume passes, and so does a category without either`() {
    let (coded, aspecific) = (careMessages(), careMessages(code: nil, volume: nil))
    for message in [coded.allocation, coded.request, coded.new] { #expect(broken(message) == []) }
    for message in [aspecific.allocation, aspecific.request, aspecific.new] { #expect(broken(message) == []) }
  }

  @Test func `a product that should change has no code`() {
    #expect(broken(careMessages(volume: nil).changed) == [])
  }

  @Test func `a budget is no volume`() {
    #expect(broken(careMessages(volume: nil, budget: 100_000).allocation) == ["CD041 Omvang"])
  }
}
