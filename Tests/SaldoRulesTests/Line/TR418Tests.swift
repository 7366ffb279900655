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

  // € 4.00 for care that began in January, and € 5.00 for care that began later; the line is of February.
  @Test func `a price of the start goes by the allocation, and is not judged when that is not known`() {
    let rows: [PriceRow] = [
      .sample(price: 4000, validity: OpenPeriod("2025-01-01", "2025-01-31"), agreement: "start"),
      .sample(price: 5000, validity: OpenPeriod("2025-02-01"), agreement: "start"),
    ]
    let region = RegionContracts.sample(prices: rows)
    for (tariff, passes) in [(4000, true), (5000, false), (1, false)] as [(Int64, Bool)] {
      let line = DeliveryLine.sample(tariff: tariff)
      #expect(rule.judge(line, in: .sample(region: region)).fails != passes)
      #expect(rule.judge(line, in: .sample(region: region, known: nil)) == .notApplicable)
      #expect(rule.judge(line, in: .sample(region: region, known: .sample(allocations: []))) == .notApplicable)
    }
  }

  @Test func `a price that came under another agreement is not judged without the allocation`() {
    // Care of before 2025 stays under the agreement that it began with.
    let region = RegionContracts.sample(prices: [
      .sample(price: 4000, validity: OpenPeriod("2024-01-01"), agreement: "pxq"),
      .sample(price: 5000, provider: Sample.provider, validity: OpenPeriod("2025-01-01"), agreement: "month"),
    ])
    #expect(rule.judge(.sample(tariff: 4000), in: .sample(region: region)).fails)
    #expect(rule.judge(.sample(tariff: 4000), in: .sample(region: region, known: nil)) == .notApplicable)
  }

  @Test func `prices by the day of delivery are judged without the allocation`() {
    let region = RegionContracts.sample(prices: [
      .sample(price: 4000, validity: OpenPeriod("2024-01-01", "2024-12-31")),
      .sample(price: 5000, validity: OpenPeriod("2025-01-01")),
    ])
    #expect(rule.judge(.sample(tariff: 5000), in: .sample(region: region, known: nil)) == .pass)
    #expect(rule.judge(.sample(tariff: 4000), in: .sample(region: region, known: nil)).fails)
    #expect(rule.judge(.sample(tariff: 4000), in: .sample(region: .sample(prices: []), known: nil)).fails)
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
