import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR384Tests {
  let rule = TR384AllocationWasNotRemoved()

  private func verdict(_ reason: String?) -> Verdict {
    let product = AllocatedProduct.sample(changeReason: reason.map { ChangeReason(rawValue: $0) })
    return rule.judge(in: .sample(known: .sample(allocations: [.sample(product)])))
  }

  @Test func `an allocation that stands passes`() {
    #expect(verdict(nil) == .pass)
    #expect(verdict("14") == .pass)
  }

  @Test func `a removed allocation fails`() {
    #expect(verdict("13") == .fail(["allocation": .code("1001")]))
  }

  @Test func `an unknown allocation and credits are not its business`() {
    #expect(rule.judge(.sample(allocation: 1002)) == .notApplicable)
    #expect(TR384AllocationWasNotRemoved.sides == [.debit])
  }
}
