import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD076Tests {
  /// A volume of three hours per frequency.
  private func volume(_ frequency: Frequency) -> AllocatedVolume {
    AllocatedVolume(volume: 3, unit: .hour, frequency: frequency)
  }

  @Test func `a volume per week without an end fails`() {
    let messages = careMessages(validity: OpenPeriod("2025-01-13"), volume: volume(.perWeek))
    #expect(broken(messages.allocation) == ["CD076 Einddatum"])
    #expect(broken(messages.request) == ["CD076 ToewijzingEinddatum"])
    #expect(broken(messages.new) == ["CD076 Einddatum"])
    #expect(broken(messages.changed) == ["CD076 Einddatum"])
    #expect(broken(messages.request.following(.iWmo(.v3_2))) == ["CD076 ToewijzingEinddatum"])
  }

  @Test(arguments: [Frequency.perDay, .perMonth, .total])
  func `another frequency passes without an end`(frequency: Frequency) {
    let messages = careMessages(validity: OpenPeriod("2025-01-13"), volume: volume(frequency))
    for message in [messages.allocation, messages.request, messages.new, messages.changed] {
      #expect(broken(message) == [])
    }
  }

  @Test func `a volume per week with an end passes`() {
    let messages = careMessages(volume: volume(.perWeek))
    for message in [messages.allocation, messages.request, messages.new, messages.changed] {
      #expect(broken(message) == [])
    }
  }
}
