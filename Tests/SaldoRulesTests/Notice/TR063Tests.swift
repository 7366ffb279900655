import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR063Tests {
  let rule = TR063RemovedDeliveryWasSent()

  @Test func `a removal of a start with the same key passes`() {
    #expect(rule.judge(.started(removed: true), after: [.started()]) == .pass)
  }

  @Test(arguments: [
    DeliveryNotice.started("2025-01-15", removed: true), .started(on: 1002, removed: true),
    .started(on: nil, removed: true),
    .started(product: Product(category: Sample.product.category, code: "45A53"), removed: true),
  ])
  func `a removal with another key fails`(removal: DeliveryNotice) {
    #expect(rule.judge(removal, after: [.started()]) == .fail(["begin": .date(removal.start.begin)]))
  }

  @Test func `what was removed already cannot be removed again`() {
    let removal = DeliveryNotice.started(removed: true)
    #expect(rule.judge(removal, after: [.started(), removal]).fails)
    #expect(rule.judge(removal, after: [.started(), removal, .started()]) == .pass)
  }

  // Conformance case: stop 1001/14-01/reason 20/31-03 received.
  @Test func `the reason and the last day are part of the key of a stop`() {
    let earlier = [DeliveryNotice.started(), .stopped(reason: "20")]
    #expect(rule.judge(.stopped(reason: "20", removed: true), after: earlier) == .pass)
    #expect(rule.judge(.stopped(reason: "31", removed: true), after: earlier).fails)
    #expect(rule.judge(.stopped("2025-03-30", reason: "20", removed: true), after: earlier).fails)
  }

  @Test(arguments: [Release.v3_0, .v3_1])
  func `before 3.2 a stop is removed whatever its reason, and is gone`(release: Release) {
    let earlier = [DeliveryNotice.started(), .stopped(reason: "20")]
    let removal = DeliveryNotice.stopped(reason: "31", removed: true)
    #expect(rule.judge(removal, after: earlier, release: release) == .pass)
    #expect(rule.judge(.stopped("2025-03-30", reason: "20", removed: true), after: earlier, release: release).fails)
    #expect(rule.judge(.stopped(reason: "20", removed: true), after: earlier + [removal]).fails)
    #expect(TR071RemovedStartHasNoStop().judge(.started(removed: true), after: earlier + [removal]) == .pass)
  }

  @Test func `of two stops that differ in their reason the one with the reason is removed`() {
    let stops = [DeliveryNotice.started(), .stopped(reason: "20"), .stopped(reason: "31")]
    let after = DeliveryHistory(after: stops + [.stopped(reason: "20", removed: true)])
    #expect(after.stops.map(\.reason.rawValue) == ["31"])
  }

  @Test func `a start does not stand for a stop`() {
    #expect(rule.judge(.stopped(removed: true), after: [.started()]).fails)
  }

  @Test func `task-oriented care goes by product and first day`() {
    let removal = DeliveryNotice.started(on: nil, removed: true)
    #expect(rule.judge(removal, after: [.started(on: nil)]) == .pass)
    #expect(rule.judge(removal, after: [.started()]).fails)
  }

  @Test func `it judges removals only`() { #expect(TR063RemovedDeliveryWasSent.judgesRemovals) }
}
