import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K005Tests {
  let rule = K005PeriodIsBeforeTheContractEnds()

  private func verdict(_ contracts: ContractPeriod..., known: WorkingSet = .sample) -> Verdict {
    rule.judge(in: .sample(contracts: contracts, known: known))
  }

  @Test func `the first day of the product period decides`() {
    #expect(verdict(.sample("2025-01-01", "2025-02-01")) == .pass)
    #expect(
      verdict(.sample("2025-01-01", "2025-01-31"))
        == .fail(["date": .date("2025-02-01"), "end": .date("2025-01-31")]))
  }

  @Test func `GB-4: an extension is a row of its own`() {
    let contract = ContractPeriod.sample("2024-01-01", "2024-12-31")
    #expect(verdict(contract).fails)
    #expect(verdict(contract, .sample("2025-01-01", "2025-12-31")) == .pass)
    #expect(verdict(.sample("2025-01-01", "2025-12-31"), contract) == .pass)
  }

  @Test func `GD-6: after the contract only allocations from before the day run off`() {
    let contract = ContractPeriod.sample("2024-01-01", "2024-12-31")
    let runOff = ContractPeriod.sample("2025-01-01", "2025-12-31", kind: .runOff(startedBefore: "2025-01-01"))
    let earlier = WorkingSet.sample(allocations: [.sample("2024-12-31")])
    let later = WorkingSet.sample(allocations: [.sample("2025-01-01")])
    #expect(verdict(contract, runOff, known: earlier) == .pass)
    #expect(
      verdict(contract, runOff, known: later) == .fail(["date": .date("2025-02-01"), "end": .date("2024-12-31")]))
  }

  @Test func `GD-7: an incidental contract ends`() {
    #expect(verdict(.sample("2025-01-01", "2025-01-31", kind: .incidental(Sample.bsn))).fails)
    #expect(verdict(.sample("2025-01-01", "2025-02-28", kind: .incidental(Sample.bsn))) == .pass)
  }

  @Test func `of several contracts the last end is told`() {
    #expect(
      verdict(.sample("2024-01-01", "2024-12-31"), .sample("2023-01-01", "2023-12-31"), .sample("2025-03-01"))
        == .fail(["date": .date("2025-02-01"), "end": .date("2024-12-31")]))
  }

  @Test func `before a contract it is the business of K004, without one of K003`() {
    #expect(verdict(.sample("2025-03-01")) == .pass)
    #expect(verdict(.sample("2024-01-01", "2024-12-31", provider: Sample.otherProvider)) == .pass)
  }

  @Test func `it has nothing to say without a table, an allocation or a price`() {
    #expect(rule.judge(in: .sample()) == .notApplicable)
    let contracts = [ContractPeriod.sample("2024-01-01", "2024-12-31")]
    #expect(rule.judge(.sample(allocation: 9), in: .sample(contracts: contracts)) == .notApplicable)
    let unpriced = Product(category: Sample.product.category, code: "45Z99")
    #expect(rule.judge(.sample(product: unpriced), in: .sample(contracts: contracts)) == .notApplicable)
    #expect(K005PeriodIsBeforeTheContractEnds.sides == [.debit])
  }
}
