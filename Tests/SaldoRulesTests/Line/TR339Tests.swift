import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR339Tests {
  let rule = TR339CategoryIsThatOfTheAllocation()

  @Test func `the category of the allocation passes`() {
    #expect(rule.judge() == .pass)
  }

  @Test func `another category fails`() {
    let line = DeliveryLine.sample(product: Product(category: ProductCategory(rawValue: "43"), code: "45A48"))
    #expect(rule.judge(line) == .fail(["found": .code("43"), "expected": .code("45")]))
  }

  @Test func `a generic or unknown allocation and credits are not its business`() {
    let generic = AllocatedProduct.sample(category: nil, code: nil, volume: nil, budget: Euros(cents: 100_000))
    #expect(rule.judge(in: .sample(known: .sample(allocations: [.sample(generic)]))) == .notApplicable)
    #expect(rule.judge(.sample(allocation: 1002)) == .notApplicable)
    #expect(TR339CategoryIsThatOfTheAllocation.sides == [.debit])
  }
}
