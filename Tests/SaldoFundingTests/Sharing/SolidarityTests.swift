import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct SolidarityTests {
  typealias Claims = SolidarityTerms.Claims

  static func years(_ figures: [(budget: Int64, actual: Int64)], without missing: Set<Int> = []) -> [Solidarity.Year] {
    figures.enumerated().map {
      Solidarity.Year(
        municipality: MunicipalityCode("\(1000 + $0)")!, budget: Euros(cents: $1.budget),
        actual: Euros(cents: $1.actual),
        hasReport: !missing.contains($0))
    }
  }

  static let pair: [(budget: Int64, actual: Int64)] = [(100_00, 111_00), (100_00, 100_00)]

  @Test(arguments: [
    // 11 % over: 1.00 above the threshold, or 11.00 in all. The other has room for 10.00.
    (Claims.Scope.aboveThreshold, Claims.Cap.threshold, Int64(1_00), Int64(1_00)),
    (.aboveThreshold, .none, 1_00, 1_00),
    (.wholeOverrun, .none, 11_00, 11_00),
    (.wholeOverrun, .threshold, 11_00, 10_00),
  ])
  func `WBW-10: what is claimed and carried`(
    scope: Claims.Scope, cap: Claims.Cap, claim: Int64, granted: Int64
  ) {
    let shares = Solidarity.shares(of: Self.years(Self.pair), under: Claims(scope: scope, cap: cap))
    #expect(shares.map(\.claim) == [Euros(cents: claim), nil])
    #expect(shares.map(\.granted.cents) == [granted, 0])
    #expect(shares.map(\.contribution.cents) == [0, granted])
    #expect(shares.map(\.refusal) == [nil, nil])
  }

  @Test(arguments: [(Int64(110_00), Int64?.none), (110_01, 1), (90_00, nil)])
  func `WBW-10: exactly the threshold is no claim`(actual: Int64, claim: Int64?) {
    let shares = Solidarity.shares(of: Self.years([(100_00, actual), (100_00, 0)]), under: Claims())
    #expect(shares[0].claim == claim.map { Euros(cents: $0) })
    #expect(shares[0].granted.cents == claim ?? 0)
  }

  @Test func `a claim rounds down`() {
    // 110 % of 1.05 is 1.155; 1.17 is 0.015 above it. Of a third of a cent nothing is left, and yet it is a claim.
    let shares = Solidarity.shares(of: Self.years([(105, 117), (105, 116), (1_000_00, 0)]), under: Claims())
    #expect(shares.map(\.claim?.cents) == [1, 0, nil])
    #expect(shares.map(\.granted.cents) == [1, 0, 0])
    #expect(shares.map(\.contribution.cents) == [0, 0, 1])
  }

  @Test func `WBW-10: a claim needs a report and a regime that has not ended`() {
    let unreported = Solidarity.shares(of: Self.years(Self.pair, without: [0]), under: Claims())
    #expect(unreported.map(\.refusal) == [.noReport, nil])
    #expect(unreported.map(\.claim?.cents) == [1_00, nil])
    #expect(unreported.allSatisfy { $0.granted == .zero && $0.contribution == .zero })

    let ended = SolidarityTerms(domain: .jw, from: 2015, until: 2017, form: .claims(Claims()))
    #expect([2014, 2015, 2017, 2018].map(ended.holds) == [false, true, true, false])
    var records = SharingRecords()
    records.solidarity = [ended]
    #expect(records.solidarity(.jw, in: 2017) == ended)
    #expect(records.solidarity(.jw, in: 2018) == nil)
    #expect(records.solidarity(.wmo, in: 2017) == nil)
    let none = Solidarity.shares(of: Self.years(Self.pair), under: nil)
    #expect(none.map(\.refusal) == [.noRegime, .noRegime])
    #expect(none.allSatisfy { $0.claim == nil && $0.granted == .zero && $0.contribution == .zero })
  }

  @Test func `when all claim, nobody contributes`() {
    let shares = Solidarity.shares(of: Self.years([(100, 120), (100, 130)]), under: Claims())
    #expect(shares.map(\.claim?.cents) == [10, 20])
    #expect(shares.map(\.refusal) == [.allClaim, .allClaim])
    #expect(shares.allSatisfy { $0.granted == .zero && $0.contribution == .zero })
  }

  @Test func `who has no room carries nothing`() {
    // The second stands at exactly its threshold; the third has no budget.
    let shares = Solidarity.shares(of: Self.years([(100, 120), (100, 110), (0, 0)]), under: Claims())
    #expect(shares.map(\.refusal) == [.noRoom, nil, nil])
    #expect(shares.map(\.contribution.cents) == [0, 0, 0])
  }

  @Test func `what one cannot carry goes round over the others, the rest stays with the claimants`() {
    // Claims 300 and 100 of overruns 400 and 200 on 1,000. Room: 1,100 − 1,050 = 50; 1,100 − 1,000 = 100;
    // 2,200 − 2,000 = 200. First 400 by budget 1 : 1 : 2 is 100, 100, 200: the 50 too much of the first finds nobody
    // with room. Granted 350, 3 : 1 is 262.5 and 87.5: the cent goes to the earlier.
    let shares = Solidarity.shares(
      of: Self.years([(1000, 1400), (1000, 1200), (1000, 1050), (1000, 1000), (2000, 2000)]), under: Claims())
    #expect(shares.map(\.contribution.cents) == [0, 0, 50, 100, 200])
    #expect(shares.map(\.granted.cents) == [263, 87, 0, 0, 0])
  }

  @Test func `what is granted is what is carried, seed 4`() {
    var random = SeededGenerator(seed: 4)
    var wrong = 0
    for _ in 0..<10_000 {
      let figures = (0..<Int.random(in: 1...12, using: &random)).map { _ -> (budget: Int64, actual: Int64) in
        let budget = Int64.random(in: 0...500_000_000_000, using: &random)
        return (budget, budget * Int64.random(in: 70...135, using: &random) / 100)
      }
      let terms = Claims(
        thresholdPercent: Int.random(in: 0...20, using: &random),
        scope: Claims.Scope.allCases.randomElement(using: &random)!,
        cap: Claims.Cap.allCases.randomElement(using: &random)!)
      let missing = Set((0..<2).map { _ in Int.random(in: 0...11, using: &random) })
      let shares = Solidarity.shares(of: Self.years(figures, without: missing), under: terms)
      let granted = shares.reduce(Int64(0)) { $0 + $1.granted.cents }
      let carried = shares.reduce(Int64(0)) { $0 + $1.contribution.cents }
      let isFair = zip(figures, shares).allSatisfy { figure, share in
        let limit = Int128(figure.budget) * Int128(100 + terms.thresholdPercent)
        let after = Int128(figure.actual + share.contribution.cents) * 100
        return share.granted >= .zero && share.granted <= share.claim ?? .zero
          && (share.contribution == .zero || (share.claim == nil && (terms.cap == .none || after <= limit)))
      }
      if granted != carried || !isFair { wrong += 1 }
    }
    #expect(wrong == 0)
  }
}

struct SolidarityPoolTests {
  @Test func `a pool that falls short pays pro rata`() {
    // 85 % of 1,000 and 3,000 is 850 and 2,550: 3,400. Of a cost of 2,000 + 3,000 the pool pays 3,400 : 5,000, which is
    // 1,360 and 2,040.
    let shares = SolidarityPool.shares(
      of: SolidarityTests.years([(1000, 2000), (3000, 3000)]), sharePercent: 85)
    #expect(shares.map(\.deposit.cents) == [850, 2550])
    #expect(shares.map(\.own.cents) == [640, 960])
    #expect(shares.map(\.refund.cents) == [0, 0])
    #expect(shares.map(\.total.cents) == [1490, 3510])
  }

  @Test func `what is left of a pool flows back by deposit`() {
    // 850 + 2,550 − 3,000 = 400, in 1 : 3.
    let shares = SolidarityPool.shares(of: SolidarityTests.years([(1000, 3000), (3000, 0)]), sharePercent: 85)
    #expect(shares.map(\.refund.cents) == [100, 300])
    #expect(shares.map(\.total.cents) == [750, 2250])
  }

  @Test func `totals sum to the cost, seed 5`() {
    var random = SeededGenerator(seed: 5)
    var wrong = 0
    for _ in 0..<10_000 {
      let figures = (0..<Int.random(in: 1...12, using: &random)).map { _ -> (budget: Int64, actual: Int64) in
        (Int64.random(in: 0...9_999_999_999, using: &random), Int64.random(in: 0...9_999_999_999, using: &random))
      }
      let shares = SolidarityPool.shares(
        of: SolidarityTests.years(figures), sharePercent: Int.random(in: 0...100, using: &random))
      if shares.reduce(0, { $0 + $1.total.cents }) != figures.reduce(0, { $0 + $1.actual }) { wrong += 1 }
    }
    #expect(wrong == 0)
  }
}
