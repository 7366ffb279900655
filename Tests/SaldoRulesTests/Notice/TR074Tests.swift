import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR074Tests {
  let rule = TR074DeliveryIsNew()

  @Test func `a first start passes`() { #expect(rule.judge(.started()) == .pass) }

  @Test func `the same start again fails, also after its stop`() {
    let verdict = Verdict.fail(["begin": .date("2025-01-14")])
    #expect(rule.judge(.started(), after: [.started()]) == verdict)
    #expect(rule.judge(.started(), after: [.started(), .stopped()]) == verdict)
  }

  @Test func `the same start after a removal passes`() {
    #expect(rule.judge(.started(), after: [.started(), .started(removed: true)]) == .pass)
  }

  @Test(arguments: [
    DeliveryNotice.started("2025-01-15"), .started(on: 1002), .started(on: nil),
    .started(product: Product(category: Sample.product.category, code: "45A53")),
  ])
  func `another key is new`(start: DeliveryNotice) {
    #expect(rule.judge(start, after: [.started()]) == .pass)
  }

  @Test func `a stop has its reason and last day in its key`() {
    let earlier = [DeliveryNotice.started(), .stopped(reason: "20")]
    #expect(rule.judge(.stopped(reason: "20"), after: earlier).fails)
    #expect(rule.judge(.stopped(reason: "31"), after: earlier) == .pass)
    #expect(rule.judge(.stopped("2025-04-01", reason: "20"), after: earlier) == .pass)
    #expect(rule.judge(.stopped(reason: "20"), after: earlier + [.stopped(reason: "20", removed: true)]) == .pass)
  }

  @Test(arguments: [Release.v3_0, .v3_1])
  func `before 3.2 another reason makes no other stop`(release: Release) {
    let earlier = [DeliveryNotice.started(), .stopped(reason: "20")]
    #expect(rule.judge(.stopped(reason: "31"), after: earlier, release: release).fails)
    #expect(rule.judge(.stopped("2025-04-01", reason: "31"), after: earlier, release: release) == .pass)
  }

  @Test func `task-oriented care goes by product and first day`() {
    #expect(rule.judge(.started(on: nil), after: [.started(on: nil)]).fails)
    #expect(rule.judge(.started("2025-01-15", on: nil), after: [.started(on: nil)]) == .pass)
  }
}
