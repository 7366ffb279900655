import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K002Tests {
  let rule = K002ProductIsContractedInThisUnit()

  private func verdict(_ rows: PriceRow..., unit: CareUnit = .euro, known: WorkingSet? = .sample) -> Verdict {
    rule.judge(
      .sample(volume: 4000, unit: unit, tariff: nil), in: .sample(region: .sample(prices: rows), known: known))
  }

  @Test func `a product contracted in euros passes`() {
    #expect(verdict(.sample(unit: .euro, basis: .month, agreement: "month"), .sample(unit: .hour)) == .pass)
  }

  @Test func `a product contracted in other units fails and names them`() {
    #expect(verdict(.sample(unit: .hour)) == .fail(["found": .code("83"), "expected": .code("04")]))
    let both: Facts = ["found": .code("83"), "expected": .code("04, 84")]
    #expect(verdict(.sample(unit: .effortPiece), .sample(unit: .hour)) == .fail(both))
    #expect(verdict(.sample(unit: .hour, validity: OpenPeriod("2025-01-01", "2025-02-01"))).fails)
  }

  @Test func `a price of the start goes by the first day of the allocation`() {
    let january = PriceRow.sample(validity: OpenPeriod("2025-01-01", "2025-01-31"), agreement: "start")
    #expect(verdict(january).fails)
    #expect(verdict(january, known: nil) == .notApplicable)
    let year = PriceRow.sample(validity: OpenPeriod("2025-01-01"), agreement: "start")
    #expect(verdict(year).fails)
    #expect(verdict(year, known: nil) == .notApplicable)
  }

  @Test func `a product that is not contracted at all is the business of K001 and TR381`() {
    #expect(verdict() == .notApplicable)
    #expect(verdict(.sample(unit: .hour, provider: Sample.otherProvider)) == .notApplicable)
    #expect(verdict(.sample(unit: .hour, validity: OpenPeriod("2025-02-02"))) == .notApplicable)
  }

  @Test func `other units, a missing region and credits are not its business`() {
    for unit in CareUnit.allCases where unit != .euro {
      #expect(verdict(.sample(unit: .fullDay), unit: unit) == .notApplicable)
    }
    #expect(rule.judge(.sample(unit: .euro), in: .sample(region: nil)) == .notApplicable)
    #expect(K002ProductIsContractedInThisUnit.sides == [.debit])
  }
}
