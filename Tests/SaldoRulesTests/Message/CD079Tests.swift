import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD079Tests {
  @Test func `no product and no budget fails`() {
    let messages = careMessages(category: nil, code: nil, volume: nil)
    for message in [messages.allocation, messages.request, messages.new] {
      #expect(broken(message) == ["CD079 Product"])
      #expect(broken(message.following(.iWmo(.v3_2))) == ["CD079 Product"])
    }
  }

  @Test func `a volume is no budget`() {
    let messages = careMessages(category: nil, code: nil)
    for message in [messages.allocation, messages.request, messages.new] {
      #expect(broken(message) == ["CD079 Product"])
    }
  }

  @Test func `a product or a budget passes`() {
    let generic = careMessages(category: nil, code: nil, volume: nil, budget: 1)
    for messages in [careMessages(), generic] {
      for message in [messages.allocation, messages.request, messages.new] { #expect(broken(message) == []) }
    }
  }

  @Test func `a product that should change names an allocation instead`() {
    #expect(broken(careMessages(volume: nil).changed) == [])
  }
}
