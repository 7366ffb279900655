import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR338Tests {
  let rule = TR338AllocationIsKnown()

  @Test func `the client's own allocation passes`() {
    #expect(rule.judge() == .pass)
  }

  @Test func `an unknown allocation fails`() {
    #expect(rule.judge(.sample(allocation: 1002)) == .fail(["allocation": .code("1002")]))
  }

  @Test func `an allocation of another client fails`() {
    #expect(rule.judge(bsn: Sample.otherBsn) == .fail(["allocation": .code("1001")]))
  }

  @Test func `an allocation of another provider fails`() {
    #expect(rule.judge(provider: Sample.otherProvider) == .fail(["allocation": .code("1001")]))
  }

  @Test func `without history, and for credits, it has nothing to say`() {
    #expect(rule.judge(in: .sample(known: nil)) == .notApplicable)
    #expect(TR338AllocationIsKnown.sides == [.debit])
  }
}
