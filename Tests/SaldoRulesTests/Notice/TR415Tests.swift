import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR415Tests {
  let rule = TR415NoStopAfterAFinalOne()
  let earlier = [DeliveryNotice.started(), .stopped()]

  @Test func `a first stop and a stop after a temporary one pass`() {
    #expect(rule.judge(.stopped(), after: [.started()]) == .pass)
    #expect(rule.judge(.stopped("2025-04-15"), after: [.started(), .stopped(reason: "20")]) == .pass)
  }

  @Test(arguments: ["20", "31", "37"])
  func `any stop after a final one fails`(reason: String) {
    #expect(
      rule.judge(.stopped("2025-04-15", reason: reason), after: earlier)
        == .fail(["begin": .date("2025-01-14"), "found": .date("2025-03-31")]))
  }

  @Test func `a final stop that was removed does not count`() {
    #expect(rule.judge(.stopped("2025-04-15"), after: earlier + [.stopped(removed: true)]) == .pass)
  }

  @Test func `a stop of a new start passes`() {
    let restarted = earlier + [.started("2025-05-01")]
    #expect(rule.judge(.stopped("2025-05-31", begin: "2025-05-01"), after: restarted) == .pass)
  }

  @Test func `it does not judge the removal of the final stop`() { #expect(!TR415NoStopAfterAFinalOne.judgesRemovals) }

  @Test func `it holds since release 3·2`() { #expect(rule.metadata.since == .v3_2) }
}
