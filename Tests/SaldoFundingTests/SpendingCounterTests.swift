import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct SpendingCounterTests {
  /// Agreement `pxq` is of segment `ambulant`; `month` of none; `crisis` is crisis care of the same segment.
  private static let region: RegionSnapshot = {
    var region = RegionContracts.sample.snapshot
    region.agreements[0].segment = "ambulant"
    var crisis = Agreement(key: "crisis", name: "Crisis", model: .unitPrice)
    (crisis.segment, crisis.isCrisisCare) = ("ambulant", true)
    region.agreements.append(crisis)
    return region
  }()

  /// A counter of € 1,000.00 for 2025, of which so many cents are used.
  private static func counter(used: Int64, space: Int64 = 100_000) -> SpendingCounter {
    let space = SpendingSpace(
      provider: Sample.provider, segment: "ambulant", domain: .jw, year: 2025, amount: Euros(cents: space))
    return SpendingCounter([SpendingUse(space: space, used: Euros(cents: used))], in: region)
  }

  private func debit(
    _ cents: Int64, used: Int64, agreement: String? = "pxq", isSpecific: Bool = true,
    period: Period = Sample.period, space: Int64 = 100_000
  ) -> [Valuation.Remark] {
    var counter = Self.counter(used: used, space: space)
    return counter.count(
      debit: .sample(period: period, amount: .debit(cents)), agreement: agreement, isSpecific: isSpecific)
  }

  private func remark(_ rule: RuleCode, used: Int64, over: Int64? = nil) -> Valuation.Remark {
    var facts: Facts = [
      "segment": .code("ambulant"), "year": .code("2025"), "space": .amount(Euros(cents: 100_000)),
      "used": .amount(Euros(cents: used)),
    ]
    if let over { facts.entries.append((name: "over", fact: .amount(Euros(cents: over)))) }
    return Valuation.Remark(rule: rule, facts: facts)
  }

  @Test func `the line that reaches 70 % signals, once`() {
    #expect(debit(1, used: 69_998) == [])
    #expect(debit(1, used: 69_999) == [remark("spending-70", used: 70_000)])
    #expect(debit(1, used: 70_000) == [])
    #expect(debit(100_000, used: 0) == [remark("spending-70", used: 100_000)])
  }

  // 70 % of € 10.01 is € 7.007: € 7.00 lies below and € 7.01 above.
  @Test func `70 % is an exact fraction`() {
    #expect(debit(700, used: 0, space: 1001) == [])
    #expect(debit(701, used: 0, space: 1001).map(\.rule) == ["spending-70"])
  }

  @Test func `exactly the space is not above it; every line above it signals`() {
    #expect(debit(1, used: 99_999) == [])
    #expect(debit(1, used: 100_000) == [remark("spending-above", used: 100_001, over: 1)])
    #expect(debit(50, used: 100_001) == [remark("spending-above", used: 100_051, over: 51)])
    #expect(debit(100_001, used: 0) == [remark("spending-above", used: 100_001, over: 1)])
  }

  @Test func `ZB-2: above the space, care without a specific allocation is set apart, crisis care is not`() {
    #expect(debit(1, used: 100_000, isSpecific: false) == [remark("spending-apart", used: 100_001, over: 1)])
    #expect(
      debit(1, used: 100_000, agreement: "crisis", isSpecific: false)
        == [remark("spending-above", used: 100_001, over: 1)])
    #expect(debit(1, used: 99_999, isSpecific: false) == [])
    #expect(SpendingCounter.codesOfApart.contains("spending-apart"))
    #expect(!SpendingCounter.codesOfApart.contains("spending-above"))
  }

  @Test func `a line of nothing sets nothing apart`() { #expect(debit(0, used: 100_001, isSpecific: false) == []) }

  @Test func `another segment, another year and an unknown agreement do not count`() {
    #expect(debit(200_000, used: 0, agreement: "month") == [])
    #expect(debit(200_000, used: 0, agreement: nil) == [])
    #expect(debit(200_000, used: 0, agreement: "gone") == [])
    #expect(debit(200_000, used: 0, period: Period("2024-12-01", "2024-12-31")) == [])
    #expect(debit(200_000, used: 0, period: Period("2025-12-01", "2025-12-31")).count == 1)
  }

  @Test func `a credit lifts the signal and follows a debit that was set apart`() {
    func credit(_ cents: Int64, used: Int64, agreement: String? = "pxq", isOfApart: Bool = false) -> [Valuation.Remark]
    {
      var counter = Self.counter(used: used)
      return counter.count(credit: .sample(amount: .credit(cents)), agreement: agreement, isOfApart: isOfApart)
    }
    let apart = Valuation.Remark(rule: "spending-credit", facts: ["amount": .amount(Euros(cents: 50))])
    #expect(credit(50, used: 100_050) == [remark("spending-lifted", used: 100_000)])
    #expect(credit(49, used: 100_050) == [])
    #expect(credit(50, used: 100_000) == [])
    #expect(credit(50, used: 100_050, isOfApart: true) == [apart, remark("spending-lifted", used: 100_000)])
    #expect(credit(50, used: 0, agreement: "month", isOfApart: true) == [apart])
    #expect(SpendingCounter.codesOfApart.contains("spending-credit"))
  }

  // The rules again, in whole cents and without bands: 10 × use against 7 × space.
  @Test func `ten thousand random years agree with a slow count`() {
    var random = SeededGenerator(seed: 4)
    var misses: [Int] = []
    for year in 0..<10_000 {
      let space = Int64.random(in: 0...2_000, using: &random)
      var counter = Self.counter(used: 0, space: space)
      var used: Int64 = 0
      for _ in 0..<6 {
        let cents = Int64.random(in: 0...700, using: &random)
        let isCredit = Bool.random(using: &random) && Bool.random(using: &random) && cents <= used
        let isSpecific = Bool.random(using: &random)
        let before = used
        used += isCredit ? -cents : cents
        var expected: [RuleCode] = []
        if isCredit {
          if before > space, used <= space { expected = ["spending-lifted"] }
        } else if used > space {
          if cents > 0 { expected = [isSpecific ? "spending-above" : "spending-apart"] }
        } else if used > 0, 10 * used >= 7 * space, before == 0 || 10 * before < 7 * space {
          expected = ["spending-70"]
        }
        let found =
          isCredit
          ? counter.count(credit: .sample(amount: .credit(cents)), agreement: "pxq", isOfApart: false)
          : counter.count(debit: .sample(amount: .debit(cents)), agreement: "pxq", isSpecific: isSpecific)
        if found.map(\.rule) != expected || counter.uses[0].used.cents != used { misses.append(year) }
      }
    }
    #expect(misses == [])
  }

  @Test func `the signals never reject and show what they list`() {
    #expect(SpendingCounter.metadata.allSatisfy { $0.severity == .signal && $0.returnCode == nil })
    for metadata in SpendingCounter.metadata {
      for sentence in [metadata.sentence.dutch, metadata.sentence.english] {
        #expect(Set(sentence.matches(of: /\{([^{}]*)\}/).map { String($0.1) }) == Set(metadata.facts))
      }
    }
  }
}
