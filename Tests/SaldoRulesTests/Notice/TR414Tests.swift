import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR414Tests {
  let rule = TR414SecondStopIsNotEarlier()
  let earlier = [DeliveryNotice.started(), .stopped(reason: "20")]

  @Test(arguments: ["2025-03-31", "2025-04-01"] as [CalendarDate])
  func `a stop on or after the last day of the one before passes`(end: CalendarDate) {
    #expect(rule.judge(.stopped(end), after: earlier) == .pass)
  }

  @Test func `a stop the day before fails`() {
    #expect(
      rule.judge(.stopped("2025-03-30"), after: earlier)
        == .fail(["found": .date("2025-03-30"), "expected": .date("2025-03-31")]))
  }

  @Test func `the last stop counts, not the first`() {
    let twice = earlier + [.stopped("2025-04-15", reason: "20")]
    #expect(rule.judge(.stopped("2025-04-14"), after: twice).fails)
    #expect(rule.judge(.stopped("2025-04-15"), after: twice) == .pass)
  }

  @Test func `a first stop passes, whatever its day`() {
    #expect(rule.judge(.stopped("2025-01-14"), after: [.started()]) == .pass)
  }

  @Test func `a stop that was removed does not count`() {
    #expect(rule.judge(.stopped("2025-03-30"), after: earlier + [.stopped(reason: "20", removed: true)]) == .pass)
  }

  @Test func `the stop of an earlier delivery does not count`() {
    #expect(rule.judge(.stopped("2025-03-20", begin: "2025-03-01"), after: earlier + [.started("2025-03-01")]) == .pass)
  }

  @Test func `it holds since release 3·2`() { #expect(rule.metadata.since == .v3_2) }
}
