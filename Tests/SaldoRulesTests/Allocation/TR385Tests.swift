import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR385Tests {
  let rule = TR385RemovedAllocationHasNoApprovedLines()

  private func verdict(reason: String?, lines: [KnownLine]) -> Verdict {
    let product = AllocatedProduct.sample(changeReason: reason.map { ChangeReason(rawValue: $0) })
    let context = RuleContext(asOf: "2025-03-10", region: nil, known: .sample(lines: lines))
    return rule.verdict(on: product, of: .sample(products: [product]), in: context)
  }

  @Test func `a removal without approved lines passes`() {
    #expect(verdict(reason: "13", lines: []) == .pass)
  }

  @Test func `a removal passes once its line was credited`() {
    #expect(verdict(reason: "13", lines: [.sample(creditedBy: 2 << 20)]) == .pass)
  }

  @Test func `a removal with an approved line fails`() {
    #expect(
      verdict(reason: "13", lines: [.sample()]) == .fail(["allocation": .code("1001"), "lines": .number(1)]))
  }

  @Test func `another change is not its business`() {
    #expect(verdict(reason: "14", lines: [.sample()]) == .notApplicable)
    #expect(verdict(reason: nil, lines: [.sample()]) == .notApplicable)
  }

  @Test func `an allocation with an empty list of lines has none`() {
    var known = WorkingSet.sample
    known.openDebits[ClientAllocation(AllocationNumber(1001), of: Sample.bsn)] = []
    let product = AllocatedProduct.sample(changeReason: .removed)
    let verdict = rule.verdict(on: product, of: .sample(products: [product]), in: .sample(known: known))
    #expect(verdict == .pass)
  }
}
