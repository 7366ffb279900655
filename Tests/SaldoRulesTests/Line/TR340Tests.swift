import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR340Tests {
  let rule = TR340CodeIsThatOfTheAllocation()

  private func line(_ code: ProductCode) -> DeliveryLine {
    .sample(product: Product(category: Sample.product.category, code: code))
  }

  @Test func `the code of the allocation passes`() {
    #expect(rule.judge(line("45A48")) == .pass)
  }

  @Test func `another code fails`() {
    #expect(rule.judge(line("45A53")) == .fail(["found": .code("45A53"), "expected": .code("45A48")]))
    #expect(rule.judge(line("45a48")) == .fail(["found": .code("45a48"), "expected": .code("45A48")]))
  }

  @Test func `an aspecific or unknown allocation and credits are not its business`() {
    let aspecific = AllocatedProduct.sample(code: nil, volume: nil)
    let context = RuleContext.sample(known: .sample(allocations: [.sample(aspecific)]))
    #expect(rule.judge(line("45A53"), in: context) == .notApplicable)
    #expect(rule.judge(.sample(allocation: 1002)) == .notApplicable)
    #expect(TR340CodeIsThatOfTheAllocation.sides == [.debit])
  }
}
