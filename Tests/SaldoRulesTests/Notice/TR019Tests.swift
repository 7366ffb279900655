import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR019Tests {
  let rule = TR019NoticeNamesAKnownAllocation()

  @Test func `the number of a known allocation passes`() {
    #expect(rule.judge(.started()) == .pass)
    #expect(rule.judge(.stopped()) == .pass)
  }

  @Test func `an unknown number fails`() {
    #expect(rule.judge(.started(on: 9999)) == .fail(["allocation": .code("9999")]))
    #expect(rule.judge(.stopped(on: 9999)) == .fail(["allocation": .code("9999")]))
  }

  @Test func `the allocation of another provider or client fails`() {
    #expect(rule.judge(.started(), provider: Sample.otherProvider).fails)
    #expect(rule.judge(.started(), bsn: Sample.otherBsn).fails)
  }

  @Test func `a removed allocation is still known`() {
    let removed = AllocatedProduct.sample(changeReason: .removed)
    #expect(rule.judge(.started(), known: .sample(allocations: [.sample(removed)])) == .pass)
  }

  @Test func `task-oriented care without a number is not its business`() {
    #expect(rule.judge(.started(on: nil), known: .sample(allocations: [])) == .notApplicable)
  }

  @Test func `it does not judge removals`() { #expect(!TR019NoticeNamesAKnownAllocation.judgesRemovals) }
}
