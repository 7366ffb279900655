import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K001Tests {
  let rule = K001ProductIsContracted()

  private func verdict(_ rows: PriceRow..., unit: CareUnit = .euro, known: WorkingSet? = .sample) -> Verdict {
    rule.judge(
      .sample(volume: 4000, unit: unit, tariff: nil), in: .sample(region: .sample(prices: rows), known: known))
  }

  @Test func `a product contracted in euros passes`() {
    #expect(verdict(.sample(unit: .euro, basis: .month, agreement: "month")) == .pass)
  }

  @Test func `a product contracted with others or at other times fails`() {
    let facts: Facts = ["category": .code("45"), "code": .code("45A48"), "date": .date("2025-02-01")]
    #expect(verdict(.sample(unit: .euro, provider: Sample.otherProvider)) == .fail(facts))
    #expect(verdict(.sample(unit: .euro, municipality: Sample.otherMunicipality)) == .fail(facts))
    #expect(verdict(.sample(validity: OpenPeriod("2025-02-02"))) == .fail(facts))
    #expect(verdict(.sample(validity: OpenPeriod("2024-01-01", "2025-01-31"))) == .fail(facts))
  }

  @Test func `a product contracted in another unit is the business of K002`() {
    #expect(verdict(.sample(unit: .hour)) == .notApplicable)
  }

  @Test func `a product that the catalogue lacks is the business of TR381`() {
    #expect(verdict() == .notApplicable)
  }

  @Test func `other units are the business of TR418`() {
    for unit in CareUnit.allCases where unit != .euro {
      #expect(verdict(.sample(provider: Sample.otherProvider), unit: unit) == .notApplicable)
    }
  }

  @Test func `it does not judge what depends on the first day of an unknown allocation`() {
    let january = PriceRow.sample(unit: .hour, validity: OpenPeriod("2025-01-20", "2025-01-31"), agreement: "start")
    #expect(verdict(january).fails)
    #expect(verdict(january, known: nil) == .notApplicable)
  }

  @Test func `without a region, and for credits, it has nothing to say`() {
    #expect(rule.judge(.sample(unit: .euro), in: .sample(region: nil)) == .notApplicable)
    #expect(K001ProductIsContracted.sides == [.debit])
  }
}
