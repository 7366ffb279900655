import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR332Tests {
  let rule = TR332NumberIsThisAllocation()

  private func verdict(
    on product: AllocatedProduct = .sample(), known: KnownAllocation? = .sample()
  ) -> Verdict {
    let context = RuleContext(
      asOf: "2025-03-10", region: nil, known: .sample(allocations: known.map { [$0] } ?? []))
    return rule.verdict(on: product, of: .sample(products: [product]), in: context)
  }

  @Test func `a later version with another end passes`() {
    var later = AllocatedProduct.sample()
    later.validity = OpenPeriod(begin: later.validity.begin, end: "2025-12-31")
    later.volume = nil
    later.changeReason = ChangeReason(rawValue: "14")
    #expect(verdict(on: later) == .pass)
  }

  @Test func `a new number is not its business`() {
    #expect(verdict(known: nil) == .notApplicable)
  }

  @Test func `the number of another client fails`() throws {
    let other = try #require(Bsn(digits: "999900018"))
    #expect(
      verdict(known: .sample(bsn: other))
        == .fail([
          "allocation": .code("1001"), "reason": .phrase(Bilingual(nl: "een andere cliënt", en: "another client")),
        ]))
  }

  @Test func `the number of another provider, product or first day fails`() throws {
    let provider = try #require(ProviderCode("12121212"))
    var product = AllocatedProduct.sample()
    product.code = "45A53"
    var category = AllocatedProduct.sample()
    category.category = ProductCategory(rawValue: "46")
    var moved = AllocatedProduct.sample()
    moved.validity = OpenPeriod(begin: "2025-01-14", end: moved.validity.end)
    for known in [KnownAllocation.sample(provider: provider), .sample(product), .sample(category), .sample(moved)] {
      guard case .fail = verdict(known: known) else {
        Issue.record("\(known.product.number) passes")
        continue
      }
    }
  }
}
