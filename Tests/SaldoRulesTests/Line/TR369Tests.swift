import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR369Tests {
  let rule = TR369AmountFitsTheBudget()

  private func context(budget: Int64?, _ lines: [KnownLine] = []) -> RuleContext {
    let product = AllocatedProduct.sample(code: nil, volume: nil, budget: budget.map { Euros(cents: $0) })
    return .sample(known: .sample(allocations: [.sample(product)], lines: lines))
  }

  private func old(_ cents: Int64, _ index: Int = 1, product: Product = Sample.product) -> DeliveryLine {
    .sample(reference: ExactText("OLD\(index)"), product: product, amount: .debit(cents))
  }

  // Conformance case: budget 100000, approved 90000.
  @Test func `10000 fits in what is left of 100000 after 90000, 10001 does not`() {
    let context = context(budget: 100_000, [.sample(old(90_000))])
    #expect(rule.judge(.sample(amount: .debit(10_000)), in: context) == .pass)
    let facts: Facts = [
      "found": .amount(Euros(cents: 10_001)), "approved": .amount(Euros(cents: 90_000)),
      "sum": .amount(Euros(cents: 100_001)), "budget": .amount(Euros(cents: 100_000)),
    ]
    #expect(rule.judge(.sample(amount: .debit(10_001)), in: context) == .fail(facts))
  }

  // V35: 25 × 1000 and 10 × 25000 against a budget of 6000000.
  @Test func `V35: 25000 and 250000 fit in a budget of 6000000`() {
    #expect(
      rule.judge(.sample(amount: .debit(250_000)), in: context(budget: 6_000_000, [.sample(old(25_000))])) == .pass)
  }

  @Test func `all products and units count, credited and rejected lines do not`() {
    let other = Product(category: ProductCategory(rawValue: "43"), code: "43A12")
    let lines: [KnownLine] = [
      .sample(old(400, 1), id: 1 << 20), .sample(old(500, 2, product: other), id: 2 << 20),
      .sample(old(900, 3), id: 3 << 20, creditedBy: 9 << 20), .sample(old(900, 4), id: 4 << 20, isApproved: false),
    ]
    #expect(rule.judge(.sample(amount: .debit(100)), in: context(budget: 1000, lines)) == .pass)
    #expect(rule.judge(.sample(amount: .debit(101)), in: context(budget: 1000, lines)).fails)
  }

  @Test func `amounts count and not volumes`() {
    #expect(rule.judge(.sample(volume: 99_999_999, amount: .debit(1)), in: context(budget: 1)) == .pass)
  }

  @Test func `an allocation without budget or of somebody else is not its business`() {
    #expect(rule.judge(.sample(amount: .debit(99_999_999))) == .notApplicable)
    #expect(rule.judge(.sample(), bsn: Sample.otherBsn, in: context(budget: 1)) == .notApplicable)
    #expect(rule.judge(.sample(allocation: 1002), in: context(budget: 1)) == .notApplicable)
    #expect(TR369AmountFitsTheBudget.sides == [.debit])
  }
}
