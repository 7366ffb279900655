import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K003Tests {
  let rule = K003ProviderIsContracted()

  private let failure: Facts = ["municipality": .code("0363"), "category": .code("45"), "code": .code("45A48")]

  @Test func `a provider contracted for all, or for this municipality and agreement, passes`() {
    #expect(rule.judge(in: .sample(contracts: [.sample("2025-01-01")])) == .pass)
    let exact = ContractPeriod.sample("2025-01-01", municipality: Sample.municipality, agreement: "pxq")
    #expect(rule.judge(in: .sample(contracts: [exact])) == .pass)
  }

  @Test func `GD-5: contracted with other municipalities only`() {
    let others = [ContractPeriod.sample("2025-01-01", municipality: Sample.otherMunicipality)]
    #expect(rule.judge(in: .sample(contracts: others)) == .fail(failure))
    #expect(rule.judge(municipality: Sample.otherMunicipality, in: .sample(contracts: others)) == .pass)
  }

  @Test func `another provider or another agreement is no contract`() {
    let other = ContractPeriod.sample("2025-01-01", provider: Sample.otherProvider)
    #expect(rule.judge(in: .sample(contracts: [other])) == .fail(failure))
    #expect(rule.judge(in: .sample(contracts: [.sample("2025-01-01", agreement: "start")])) == .fail(failure))
  }

  @Test func `GD-7: an incidental contract is for its client alone`() {
    let incidental = ContractPeriod.sample("2025-01-01", "2025-12-31", kind: .incidental(Sample.bsn))
    #expect(rule.judge(in: .sample(contracts: [incidental])) == .pass)
    let other = ContractPeriod.sample("2025-01-01", "2025-12-31", kind: .incidental(Sample.otherBsn))
    #expect(rule.judge(in: .sample(contracts: [other])) == .fail(failure))
  }

  @Test func `GD-6: run-off is for allocations that began before the day`() {
    let known = WorkingSet.sample(allocations: [.sample("2025-01-13")])
    func verdict(startedBefore day: CalendarDate) -> Verdict {
      rule.judge(
        in: .sample(contracts: [.sample("2025-01-01", kind: .runOff(startedBefore: day))], known: known))
    }
    #expect(verdict(startedBefore: "2025-01-14") == .pass)
    #expect(verdict(startedBefore: "2025-01-13") == .fail(failure))
  }

  @Test func `a contract at another time is the business of K004 and K005`() {
    #expect(rule.judge(in: .sample(contracts: [.sample("2025-03-01")])) == .pass)
    #expect(rule.judge(in: .sample(contracts: [.sample("2024-01-01", "2025-01-31")])) == .pass)
  }

  @Test func `it has nothing to say without a table, an allocation, a price or a region`() {
    #expect(rule.judge(in: .sample()) == .notApplicable)
    let contracts = [ContractPeriod.sample("2025-01-01", provider: Sample.otherProvider)]
    #expect(rule.judge(.sample(allocation: 9), in: .sample(contracts: contracts)) == .notApplicable)
    let unpriced = Product(category: Sample.product.category, code: "45Z99")
    #expect(rule.judge(.sample(product: unpriced), in: .sample(contracts: contracts)) == .notApplicable)
    #expect(rule.judge(in: .sample(region: nil)) == .notApplicable)
    #expect(K003ProviderIsContracted.sides == [.debit])
  }
}
