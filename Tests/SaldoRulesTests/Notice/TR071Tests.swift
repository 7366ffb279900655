import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR071Tests {
  let rule = TR071RemovedStartHasNoStop()
  let removal = DeliveryNotice.started(removed: true)

  @Test func `a start without a stop can be removed`() {
    #expect(rule.judge(removal, after: [.started()]) == .pass)
  }

  @Test(arguments: ["20", "31"])
  func `a start with a stop cannot be removed`(reason: String) {
    #expect(
      rule.judge(removal, after: [.started(), .stopped(reason: reason)])
        == .fail(["begin": .date("2025-01-14"), "end": .date("2025-03-31")]))
  }

  @Test func `a stop that was removed no longer counts`() {
    #expect(rule.judge(removal, after: [.started(), .stopped(), .stopped(removed: true)]) == .pass)
  }

  @Test func `one of two stops that is left still counts`() {
    let earlier = [
      DeliveryNotice.started(), .stopped(reason: "20"), .stopped("2025-04-15"), .stopped("2025-04-15", removed: true),
    ]
    #expect(rule.judge(removal, after: earlier).fails)
  }

  @Test func `the stop of another start does not count`() {
    let earlier = [DeliveryNotice.started(), .stopped(), .started("2025-05-01")]
    #expect(rule.judge(.started("2025-05-01", removed: true), after: earlier) == .pass)
  }

  @Test func `it judges removals of starts only`() {
    #expect(TR071RemovedStartHasNoStop.judgesRemovals)
    #expect(rule.metadata.kinds == [.start])
  }
}
