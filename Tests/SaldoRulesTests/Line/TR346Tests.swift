import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR346Tests {
  let rule = TR346ClaimedAmountMatchesTariff()

  private func verdict(
    _ volume: Int64, _ unit: CareUnit, tariff: Int64?, claimed: Int64, rows: [PriceRow]? = [.sample()]
  ) -> Verdict {
    rule.judge(
      .sample(volume: volume, unit: unit, tariff: tariff, amount: .debit(claimed)),
      in: .sample(region: rows.map { .sample(prices: $0) }))
  }

  @Test func `10 hours at € 40.00 are € 400.00`() {
    #expect(verdict(10, .hour, tariff: 4000, claimed: 40_000) == .pass)
  }

  @Test(arguments: [39_999, 40_001] as [Int64])
  func `a cent more or less fails`(claimed: Int64) {
    let facts: Facts = [
      "found": .amount(Euros(cents: claimed)), "volume": .number(10),
      "unit": .phrase(Bilingual(nl: "uur", en: "hours")), "tariff": .amount(Euros(cents: 4000)),
      "basis": .phrase(Bilingual(nl: "per uur", en: "per hour")), "expected": .amount(Euros(cents: 40_000)),
    ]
    #expect(verdict(10, .hour, tariff: 4000, claimed: claimed) == .fail(facts))
  }

  // V33 and V34.
  @Test(
    arguments: [
      (12, 30_000, 360_000), (32, 10_000, 320_000), (9, 4000, 36_000), (5, 4000, 20_000), (28, 3000, 84_000),
    ] as [(Int64, Int64, Int64)])
  func `published sums pass`(volume: Int64, tariff: Int64, amount: Int64) {
    for unit in CareUnit.allCases where unit != .euro && unit != .minute {
      #expect(verdict(volume, unit, tariff: tariff, claimed: amount) == .pass)
    }
  }

  // V20 to V21c: hourly price, minutes, shown tariff, amount, and the wrong product of minutes and tariff.
  @Test(
    arguments: [
      [8730, 45, 146, 6548, 6570], [8724, 45, 145, 6543, 6525], [7000, 380, 117, 44_333, 44_460],
      [9500, 97, 158, 15_358, 15_326],
    ] as [[Int64]])
  func `minutes on an hourly price are rounded once`(vector: [Int64]) {
    let row = PriceRow.sample(price: vector[0])
    #expect(verdict(vector[1], .minute, tariff: vector[2], claimed: vector[3], rows: [row]) == .pass)
    for wrong in [vector[4], vector[3] - 1, vector[3] + 1] {
      let verdict = verdict(vector[1], .minute, tariff: vector[2], claimed: wrong, rows: [row])
      guard case .fail(let facts) = verdict else {
        Issue.record("\(wrong) passes")
        continue
      }
      #expect(facts["tariff"] == .amount(Euros(cents: vector[0])))
      #expect(facts["unit"] == .phrase(Bilingual(nl: "minuten", en: "minutes")))
      #expect(facts["basis"] == .phrase(Bilingual(nl: "per uur", en: "per hour")))
      #expect(facts["expected"] == .amount(Euros(cents: vector[3])))
    }
  }

  @Test(
    arguments: [
      (.fullDay, "etmalen", "per etmaal", "days and nights", "per day and night"),
      (.daypart, "dagdelen", "per dagdeel", "half-days", "per half-day"),
      (.outputPiece, "stuks", "per stuk", "pieces", "per piece"),
      (.effortPiece, "stuks", "per stuk", "pieces", "per piece"),
    ] as [(CareUnit, String, String, String, String)])
  func `the sum is told in the unit of the line`(
    unit: CareUnit, counted: String, basis: String, countedEnglish: String, basisEnglish: String
  ) throws {
    guard case .fail(let facts) = verdict(9, unit, tariff: 4000, claimed: 1) else {
      Issue.record("\(unit) passes")
      return
    }
    #expect(facts["unit"] == .phrase(Bilingual(nl: counted, en: countedEnglish)))
    #expect(facts["basis"] == .phrase(Bilingual(nl: basis, en: basisEnglish)))
  }

  @Test func `minutes on an hourly price do not use the tariff of the line`() {
    #expect(verdict(45, .minute, tariff: 1, claimed: 6548, rows: [.sample(price: 8730)]) == .pass)
  }

  @Test func `minutes on a price per minute use the tariff of the line`() {
    let row = PriceRow.sample(unit: .minute, price: 146)
    #expect(verdict(45, .minute, tariff: 146, claimed: 6570, rows: [row]) == .pass)
    guard case .fail(let facts) = verdict(45, .minute, tariff: 146, claimed: 6548, rows: [row]) else {
      Issue.record("the amount of an hourly price passes")
      return
    }
    #expect(facts["basis"] == .phrase(Bilingual(nl: "per minuut", en: "per minute")))
    #expect(verdict(45, .minute, tariff: 147, claimed: 6615, rows: [row]) == .pass)
  }

  // Tariff 146 is shown by 8730 up to and including 8789 per hour: 45 minutes then are 6548 up to and including 6592.
  @Test(arguments: [nil, []] as [[PriceRow]?])
  func `minutes with an unknown price accept what an hourly price can give`(rows: [PriceRow]?) {
    for (claimed, passes) in [(6547, false), (6548, true), (6570, true), (6592, true), (6593, false)] {
      #expect(verdict(45, .minute, tariff: 146, claimed: Int64(claimed), rows: rows).fails != passes)
    }
  }

  @Test(arguments: [nil, []] as [[PriceRow]?])
  func `other units with an unknown price use the tariff of the line`(rows: [PriceRow]?) {
    #expect(verdict(10, .hour, tariff: 4000, claimed: 40_000, rows: rows) == .pass)
    #expect(verdict(10, .hour, tariff: 4000, claimed: 40_001, rows: rows).fails)
  }

  @Test func `minutes accept what an hourly price can give when the price depends on an unknown allocation`() {
    let row = PriceRow.sample(price: 8730, validity: OpenPeriod("2025-01-01"), agreement: "start")
    let region = RegionContracts.sample(prices: [row])
    for (claimed, passes) in [(6547, false), (6548, true), (6592, true), (6593, false)] as [(Int64, Bool)] {
      let line = DeliveryLine.sample(volume: 45, unit: .minute, tariff: 146, amount: .debit(claimed))
      #expect(rule.judge(line, in: .sample(region: region, known: nil)).fails != passes)
      #expect(rule.judge(line, in: .sample(region: region)).fails == (claimed != 6548))
    }
  }

  @Test func `a wrong tariff is not its business`() {
    #expect(verdict(10, .hour, tariff: 4001, claimed: 40_010, rows: [.sample(price: 4000)]) == .pass)
  }

  @Test func `euros and credits are not its business`() {
    #expect(verdict(4000, .euro, tariff: nil, claimed: 1) == .notApplicable)
    #expect(TR346ClaimedAmountMatchesTariff.sides == [.debit])
  }

  @Test func `it judges a line without a known allocation`() {
    #expect(rule.judge(.sample(allocation: 1002, amount: .debit(3999))).fails)
  }

  @Test func `a tariff at a line in euros is for CD087`() {
    #expect(rule.judge(.sample(volume: 4000, unit: .euro, tariff: 2)) == .notApplicable)
  }
}
