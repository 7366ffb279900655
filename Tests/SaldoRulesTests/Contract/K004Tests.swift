import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K004Tests {
  let rule = K004PeriodBeginsInTheContract()

  private func verdict(_ contracts: ContractPeriod..., begin: CalendarDate = "2025-02-01") -> Verdict {
    rule.judge(.sample(period: Period(begin, "2025-02-28")), in: .sample(contracts: contracts))
  }

  @Test func `the first day of the product period decides`() {
    #expect(verdict(.sample("2025-02-01")) == .pass)
    #expect(verdict(.sample("2025-02-02")) == .fail(["date": .date("2025-02-01"), "begin": .date("2025-02-02")]))
    #expect(verdict(.sample("2025-02-02"), begin: "2025-02-02") == .pass)
  }

  @Test func `of several contracts the first one counts`() {
    #expect(verdict(.sample("2025-06-01"), .sample("2025-04-01")).fails)
    #expect(
      verdict(.sample("2025-06-01"), .sample("2025-04-01"))
        == .fail(["date": .date("2025-02-01"), "begin": .date("2025-04-01")]))
  }

  @Test func `after a contract it is the business of K005, without one of K003`() {
    #expect(verdict(.sample("2025-01-01", "2025-01-31"), .sample("2025-03-01")) == .pass)
    #expect(verdict(.sample("2025-03-01", provider: Sample.otherProvider)) == .pass)
  }

  @Test func `it has nothing to say without a table, an allocation or a price`() {
    #expect(rule.judge(in: .sample()) == .notApplicable)
    let contracts = [ContractPeriod.sample("2025-03-01")]
    #expect(rule.judge(.sample(allocation: 9), in: .sample(contracts: contracts)) == .notApplicable)
    let unpriced = Product(category: Sample.product.category, code: "45Z99")
    #expect(rule.judge(.sample(product: unpriced), in: .sample(contracts: contracts)) == .notApplicable)
    #expect(K004PeriodBeginsInTheContract.sides == [.debit])
  }
}
