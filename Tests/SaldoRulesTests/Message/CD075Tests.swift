import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD075Tests {
  @Test func `a budget without an end fails`() {
    let messages = careMessages(code: nil, validity: OpenPeriod("2025-01-13"), volume: nil, budget: 100_000)
    #expect(broken(messages.allocation) == ["CD075 Einddatum"])
    #expect(broken(messages.request) == ["CD075 ToewijzingEinddatum"])
    #expect(broken(messages.new) == ["CD075 Einddatum"])
    #expect(broken(messages.changed) == ["CD075 Einddatum"])
    #expect(broken(messages.allocation.following(.iWmo(.v3_2))) == ["CD075 Einddatum"])
  }

  @Test func `a budget of zero is a budget`() {
    let messages = careMessages(code: nil, validity: OpenPeriod("2025-01-13"), volume: nil, budget: 0)
    #expect(broken(messages.allocation) == ["CD075 Einddatum"])
  }

  @Test func `a budget with an end passes, with and without a product`() {
    let aspecific = careMessages(code: nil, volume: nil, budget: 100_000)
    let generic = careMessages(category: nil, code: nil, volume: nil, budget: 100_000)
    for messages in [aspecific, generic] {
      for message in [messages.allocation, messages.request, messages.new, messages.changed] {
        #expect(broken(message) == [])
      }
    }
  }

  @Test func `without a budget it says nothing`() {
    let volume = AllocatedVolume(volume: 3, unit: .hour, frequency: .perMonth)
    let messages = careMessages(validity: OpenPeriod("2025-01-13"), volume: volume)
    for message in [messages.allocation, messages.request, messages.new, messages.changed] {
      #expect(broken(message) == [])
    }
  }
}
