import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS343Tests {
  /// What a request breaks with a volume.
  private func broken(
    _ unit: CareUnit, end: CalendarDate?, _ frequency: Frequency = .perDay, in standard: Standard = .iJw(.v3_2)
  ) -> [String] {
    let volume = AllocatedVolume(volume: 3, unit: unit, frequency: frequency)
    let messages = careMessages(validity: OpenPeriod("2020-01-13", end), volume: volume)
    return SaldoRulesTests.broken(messages.request.following(standard))
  }

  @Test(arguments: [CareUnit.fullDay, .daypart, .euro, .effortPiece])
  func `these units are not per day, from 2021 on`(unit: CareUnit) {
    #expect(broken(unit, end: "2020-12-31") == [])
    #expect(broken(unit, end: "2021-01-01") == ["CS343 Omvang/Frequentie"])
    #expect(broken(unit, end: nil) == ["CS343 Omvang/Frequentie"])
    #expect(broken(unit, end: nil, in: .iWmo(.v3_2)) == ["CS343 Omvang/Frequentie"])
    for frequency in [Frequency.perWeek, .perMonth, .total] {
      #expect(broken(unit, end: "2025-06-30", frequency) == [])
    }
  }

  @Test(arguments: [CareUnit.minute, .hour, .outputPiece])
  func `the other units may be per day`(unit: CareUnit) {
    #expect(broken(unit, end: nil) == [])
  }
}
