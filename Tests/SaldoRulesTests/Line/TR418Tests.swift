import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR418Tests {
  let rule = TR418TariffIsThatOfTheContract()

  private func verdict(_ tariff: Int64?, _ unit: CareUnit = .hour, _ rows: PriceRow...) -> Verdict {
    rule.judge(.sample(unit: unit, tariff: tariff), in: .sample(region: .sample(prices: rows)))
  }

  @Test func `the contract price passes`() {
    #expect(verdict(4000, .hour, .sample(price: 4000)) == .pass)
  }

  @Test(arguments: [3999, 4001] as [Int64])
  func `a cent more or less fails`(tariff: Int64) {
    let facts: Facts = ["found": .amount(Euros(cents: tariff)), "expected": .amount(Euros(cents: 4000))]
    #expect(verdict(tariff, .hour, .sample(price: 4000)) == .fail(facts))
  }

  // Vectors V19 to V21c: the hourly price divided by sixty, halves up.
  @Test(arguments: [(8730, 146), (8724, 145), (7000, 117), (9500, 158), (8729, 145), (8790, 147)] as [(Int64, Int64)])
  func `minutes on an hourly price show the rounded tariff`(hourly: Int64, expected: Int64) {
    let rows: [PriceRow] = [
      .sample(unit: .hour, price: hourly), .sample(unit: .minute, price: hourly, basis: .hour),
    ]
    for row in rows {
      #expect(verdict(expected, .minute, row) == .pass)
      for other in [expected - 1, expected + 1, hourly] {
        let facts: Facts = ["found": .amount(Euros(cents: other)), "expected": .amount(Euros(cents: expected))]
        #expect(verdict(other, .minute, row) == .fail(facts))
      }
    }
  }

  @Test func `a price per minute is compared as it is`() {
    #expect(verdict(146, .minute, .sample(price: 8700), .sample(unit: .minute, price: 146)) == .pass)
    #expect(verdict(145, .minute, .sample(price: 8700), .sample(unit: .minute, price: 146)).fails)
  }

  @Test func `no price row for the line fails`() {
    let words = Bilingual(
      nl: "dan geen tarief voor dit product in deze eenheid", en: "no tariff for this product in this unit then")
    let facts: Facts = ["found": .amount(Euros(cents: 400)), "expected": .phrase(words)]
    #expect(verdict(400, .hour) == .fail(facts))
    #expect(verdict(400, .hour, .sample(unit: .daypart)) == .fail(facts))
    #expect(verdict(400, .hour, .sample(provider: Sample.otherProvider)) == .fail(facts))
    #expect(verdict(400, .hour, .sample(validity: OpenPeriod("2025-02-02"))) == .fail(facts))
    #expect(verdict(400, .hour, .sample(validity: OpenPeriod("2025-01-01", "2025-02-01"))) == .pass)
  }

  @Test func `a price of the start goes by the allocation, or by the period when none is known`() {
    let old = PriceRow.sample(validity: OpenPeriod("2025-01-01", "2025-01-31"), agreement: "start")
    let region = RegionContracts.sample(prices: [old])
    #expect(rule.judge(in: .sample(region: region)) == .pass)
    #expect(rule.judge(in: .sample(region: region, known: nil)).fails)
  }

  @Test func `euros, a missing region or tariff and credits are not its business`() {
    #expect(verdict(nil, .euro) == .notApplicable)
    #expect(verdict(400, .euro) == .notApplicable)
    #expect(verdict(nil, .hour, .sample()) == .notApplicable)
    #expect(rule.judge(.sample(tariff: 1), in: .sample(region: nil)) == .notApplicable)
    #expect(TR418TariffIsThatOfTheContract.sides == [.debit])
  }

  @Test func `it judges a line without a known allocation`() {
    #expect(rule.judge(.sample(allocation: 1002, tariff: 401)).fails)
  }
}
