import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR326Tests {
  let rule = TR326AllocationHasNoCurrentStart()
  let second = DeliveryNotice.started("2025-05-01")

  @Test func `a first start passes`() { #expect(rule.judge(.started()) == .pass) }

  @Test func `a start while another one is current fails`() {
    #expect(
      rule.judge(second, after: [.started()]) == .fail(["allocation": .code("1001"), "found": .date("2025-01-14")]))
  }

  @Test(arguments: ["20", "31"])
  func `a start after a temporary or final stop passes`(reason: String) {
    #expect(rule.judge(second, after: [.started(), .stopped(reason: reason)]) == .pass)
  }

  @Test func `a stop that was removed leaves its start current`() {
    #expect(rule.judge(second, after: [.started(), .stopped(), .stopped(removed: true)]).fails)
  }

  @Test func `a start that was removed is not current`() {
    #expect(rule.judge(second, after: [.started(), .started(removed: true)]) == .pass)
  }

  @Test func `the stop of another start ends nothing`() {
    #expect(rule.judge(.started("2025-06-01"), after: [.started(), .stopped(), second, .stopped()]).fails)
  }

  @Test func `another product on the same allocation counts, another allocation does not`() {
    let other = Product(category: Sample.product.category, code: "45A53")
    #expect(rule.judge(.started("2025-05-01", product: other), after: [.started()]).fails)
    #expect(rule.judge(.started("2025-05-01", on: 1002), after: [.started()]) == .pass)
  }

  @Test func `task-oriented care has no allocation and is not its business`() {
    #expect(rule.judge(.started("2025-05-01", on: nil), after: [.started(on: nil)]) == .notApplicable)
  }
}
