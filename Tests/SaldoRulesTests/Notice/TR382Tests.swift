import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR382Tests {
  let rule = TR382StopEndsAKnownStart()

  @Test func `a stop with the key of its start passes`() {
    #expect(rule.judge(.stopped(), after: [.started()]) == .pass)
  }

  @Test(arguments: [
    DeliveryNotice.stopped(begin: "2025-01-15"), .stopped(on: 1002), .stopped(on: nil),
    .stopped(product: Product(category: Sample.product.category, code: "45A53")),
  ])
  func `a stop with another key fails`(stop: DeliveryNotice) {
    #expect(rule.judge(stop, after: [.started()]) == .fail(["begin": .date(stop.start.begin)]))
  }

  @Test func `a stop without a start, or of a removed start, fails`() {
    #expect(rule.judge(.stopped()).fails)
    #expect(rule.judge(.stopped(), after: [.started(), .started(removed: true)]).fails)
  }

  @Test func `task-oriented care goes by product and first day`() {
    #expect(rule.judge(.stopped(on: nil), after: [.started(on: nil)]) == .pass)
    #expect(rule.judge(.stopped(on: nil), after: [.started()]).fails)
  }

  @Test func `the first day of the allocation is no part of the key`() {
    guard case .stop(var stop) = DeliveryNotice.stopped() else { return }
    stop.start.allocationBegin = nil
    #expect(rule.judge(.stop(stop), after: [.started()]) == .pass)
  }
}
