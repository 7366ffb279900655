import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR413Tests {
  let rule = TR413SecondStopIsFinal()
  let earlier = [DeliveryNotice.started(), .stopped(reason: "20")]

  @Test func `a first temporary stop passes`() {
    #expect(rule.judge(.stopped(reason: "20"), after: [.started()]) == .pass)
  }

  @Test func `a final stop after a temporary one passes`() {
    #expect(rule.judge(.stopped("2025-04-15"), after: earlier) == .pass)
  }

  @Test func `a second temporary stop fails`() {
    #expect(
      rule.judge(.stopped("2025-04-15", reason: "20"), after: earlier)
        == .fail(["begin": .date("2025-01-14"), "found": .date("2025-03-31")]))
  }

  @Test func `a temporary stop of a new start passes`() {
    let restarted = earlier + [.started("2025-05-01")]
    #expect(rule.judge(.stopped("2025-05-31", reason: "20", begin: "2025-05-01"), after: restarted) == .pass)
  }

  @Test func `a temporary stop that was removed does not count`() {
    let removed = earlier + [.stopped(reason: "20", removed: true)]
    #expect(rule.judge(.stopped("2025-04-15", reason: "20"), after: removed) == .pass)
  }

  @Test func `client, allocation and first day make a delivery, the product does not`() {
    let other = Product(category: Sample.product.category, code: "45A53")
    #expect(rule.judge(.stopped("2025-04-15", reason: "20", product: other), after: earlier).fails)
    #expect(rule.judge(.stopped("2025-04-15", reason: "20", on: 1002), after: earlier) == .pass)
  }

  @Test func `of task-oriented care the product makes the delivery`() {
    let other = Product(category: Sample.product.category, code: "45A53")
    let task = [DeliveryNotice.started(on: nil), .stopped(reason: "20", on: nil)]
    #expect(rule.judge(.stopped("2025-04-15", reason: "20", on: nil), after: task).fails)
    #expect(rule.judge(.stopped("2025-04-15", reason: "20", on: nil, product: other), after: task) == .pass)
  }

  @Test func `it holds since release 3·2`() { #expect(rule.metadata.since == .v3_2) }
}
