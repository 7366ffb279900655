import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K013Tests {
  let rule = K013AllocationFitsTheContract()

  private func verdict(_ product: AllocatedProduct = .sample(), prices: [PriceRow]) -> Verdict {
    rule.judge(product, in: .sample(region: { $0.prices = prices }))
  }

  private func failure(_ dutch: String, _ english: String) -> Verdict {
    .fail([
      "allocation": .code("1001"), "category": .code("45"), "code": .code("45A48"),
      "reason": .phrase(Bilingual(nl: dutch, en: english)),
    ])
  }

  @Test func `a product that is contracted on some day of the allocation passes`() {
    #expect(verdict(prices: [.sample()]) == .pass)
    #expect(verdict(prices: [.sample(validity: OpenPeriod("2025-06-30"))]) == .pass)
    #expect(verdict(prices: [.sample(validity: OpenPeriod("2024-01-01", "2025-01-13"))]) == .pass)
  }

  @Test func `ZB-5: a code that is not contracted with this provider`() {
    let expected = failure(
      "het product is met deze aanbieder niet gecontracteerd", "the product is not contracted with this provider")
    #expect(verdict(prices: [.sample(provider: Sample.otherProvider)]) == expected)
    #expect(verdict(prices: [.sample(municipality: Sample.otherMunicipality)]) == expected)
    #expect(verdict(prices: [.sample(validity: OpenPeriod("2025-07-01"))]) == expected)
  }

  @Test func `ZB-5: a unit that is not contracted`() {
    #expect(
      verdict(prices: [.sample(unit: .fullDay), .sample(unit: .euro, basis: .month)])
        == failure("eenheid 04 is niet gecontracteerd, wel 14, 83", "unit 04 is not contracted, but 14, 83 is"))
    #expect(verdict(prices: [.sample(unit: .minute)]) == .pass)
    let minutes = AllocatedProduct.sample(volume: AllocatedVolume(volume: 90, unit: .minute, frequency: .perWeek))
    #expect(verdict(minutes, prices: [.sample()]) == .pass)
    #expect(verdict(minutes, prices: [.sample(unit: .fullDay)]).fails)
  }

  @Test func `ZB-5: a provider without a contract on its first day`() {
    #expect(rule.judge(in: .sample(contracts: [.sample("2025-01-01")])) == .pass)
    #expect(
      rule.judge(in: .sample(contracts: [.sample("2025-01-01", municipality: Sample.otherMunicipality)]))
        == failure(
          "de aanbieder heeft met deze gemeente geen contract",
          "the provider has no contract with this municipality"))
    #expect(
      rule.judge(in: .sample(contracts: [.sample("2024-01-01", "2025-01-12")]))
        == failure("het contract eindigde op 12 januari 2025", "the contract ended on 12 January 2025"))
    #expect(rule.judge(in: .sample(contracts: [.sample("2024-01-01", "2025-01-13")])) == .pass)
    #expect(rule.judge(in: .sample(contracts: [.sample("2025-06-30")])) == .pass)
    #expect(
      rule.judge(in: .sample(contracts: [.sample("2025-07-01")]))
        == failure("het contract begint op 1 juli 2025", "the contract begins on 1 July 2025"))
  }

  @Test func `full days are paid on full days only`() {
    let days = AllocatedProduct.sample(volume: AllocatedVolume(volume: 5, unit: .fullDay, frequency: .perWeek))
    #expect(verdict(days, prices: [.sample(unit: .fullDay)]) == .pass)
    #expect(verdict(days, prices: [.sample()]).fails)
  }

  // The contract of an agreement is asked for the agreement of the allocated unit on the first day.
  @Test func `the agreement is that of the allocated unit, or of the first one contracted`() {
    func verdict(_ unit: CareUnit?, contractFor agreement: String) -> Verdict {
      let volume = unit.map { AllocatedVolume(volume: 5, unit: $0, frequency: .perWeek) }
      return rule.judge(
        .sample(volume: volume),
        in: .sample(region: { region in
          region.prices = [.sample(), .sample(unit: .fullDay, agreement: "start")]
          region.contractRules.contracts = [.sample("2025-01-01", agreement: agreement)]
        }))
    }
    #expect(verdict(.fullDay, contractFor: "start") == .pass)
    #expect(verdict(.fullDay, contractFor: "pxq").fails)
    #expect(verdict(nil, contractFor: "pxq") == .pass)
    #expect(verdict(nil, contractFor: "start").fails)
  }

  @Test func `the agreement is that of the first day of the allocation`() {
    func verdict(contractFor agreement: String) -> Verdict {
      rule.judge(
        in: .sample(region: { region in
          region.prices = [
            .sample(validity: OpenPeriod("2025-01-01", "2025-03-31")),
            .sample(validity: OpenPeriod("2025-04-01"), agreement: "start"),
          ]
          region.contractRules.contracts = [.sample("2025-01-01", agreement: agreement)]
        }))
    }
    #expect(verdict(contractFor: "pxq") == .pass)
    #expect(verdict(contractFor: "start").fails)
  }

  @Test func `run-off is for allocations that begin before the day`() {
    func verdict(startedBefore day: CalendarDate) -> Verdict {
      rule.judge(in: .sample(contracts: [.sample("2025-01-01", kind: .runOff(startedBefore: day))]))
    }
    #expect(verdict(startedBefore: "2025-01-14") == .pass)
    #expect(verdict(startedBefore: "2025-01-13").fails)
  }

  @Test func `what the catalogue lacks, a category alone and a removal are not its business`() {
    #expect(verdict(prices: []) == .notApplicable)
    #expect(verdict(.sample(code: nil), prices: [.sample(provider: Sample.otherProvider)]) == .notApplicable)
    #expect(
      verdict(.sample(changeReason: .removed), prices: [.sample(provider: Sample.otherProvider)]) == .notApplicable)
    #expect(rule.judge(in: .sample(region: nil)) == .notApplicable)
  }

  @Test func `it leaves the allocation in force`() {
    #expect(K013AllocationFitsTheContract.metadata.severity == .signal)
  }
}
