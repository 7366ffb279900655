import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS338Tests {
  /// The messages that it judges, with a volume per day.
  private func messages(_ unit: CareUnit, end: CalendarDate?, _ frequency: Frequency = .perDay) -> [Message] {
    let volume = AllocatedVolume(volume: 3, unit: unit, frequency: frequency)
    let messages = careMessages(validity: OpenPeriod("2020-01-13", end), volume: volume)
    return [messages.allocation, messages.new, messages.changed]
  }

  @Test(arguments: [CareUnit.fullDay, .daypart, .euro, .effortPiece])
  func `these units are not per day`(unit: CareUnit) {
    for message in messages(unit, end: "2021-01-01") + messages(unit, end: nil) {
      #expect(broken(message) == ["CS338 Omvang/Frequentie"])
      #expect(broken(message.following(.iWmo(.v3_2))) == ["CS338 Omvang/Frequentie"])
    }
    for message in messages(unit, end: "2020-12-31") { #expect(broken(message) == []) }
  }

  @Test(arguments: [CareUnit.fullDay, .daypart, .euro, .effortPiece])
  func `they may have every other frequency`(unit: CareUnit) {
    for frequency in [Frequency.perWeek, .perMonth, .total] {
      for message in messages(unit, end: "2025-06-30", frequency) { #expect(broken(message) == []) }
    }
  }

  @Test(arguments: [CareUnit.minute, .hour, .outputPiece])
  func `the other units may be per day`(unit: CareUnit) {
    for message in messages(unit, end: nil) { #expect(broken(message) == []) }
  }

  @Test func `without a volume there is nothing to judge`() {
    #expect(broken(careMessages(code: nil, volume: nil).allocation) == [])
  }
}
