import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K006Tests {
  let rule = K006PeriodIsWithinTheMaximumDuration()

  /// The verdict on a line from a day in February 2025 on allocation 1001 of 13 January 2025.
  private func verdict(
    _ rules: ProductRule..., begin: CalendarDate = "2025-02-01", exceptions: [RuleException] = [],
    start: CalendarDate = "2025-01-13"
  ) -> Verdict {
    rule.judge(
      .sample(period: Period(begin, "2025-02-28")),
      in: .sample(rules: rules, exceptions: exceptions, known: .sample(allocations: [.sample(start)])))
  }

  // One month from 13 January ends on 12 February; 20 days end on 1 February.
  @Test func `GC-1: the first day of the product period is within the maximum, or the line is refused`() {
    #expect(verdict(.sample(.maxDuration(.init(1, .months))), begin: "2025-02-12") == .pass)
    #expect(
      verdict(.sample(.maxDuration(.init(1, .months))), begin: "2025-02-13")
        == .fail([
          "date": .date("2025-02-13"), "category": .code("45"), "code": .code("45A48"),
          "maximum": .phrase(Bilingual(nl: "1 maand", en: "1 month")), "last": .date("2025-02-12"), "days": .number(1),
        ]))
    #expect(verdict(.sample(.maxDuration(.init(20, .days)))) == .pass)
    #expect(
      verdict(.sample(.maxDuration(.init(19, .days))))
        == .fail([
          "date": .date("2025-02-01"), "category": .code("45"), "code": .code("45A48"),
          "maximum": .phrase(Bilingual(nl: "19 dagen", en: "19 days")), "last": .date("2025-01-31"), "days": .number(1),
        ]))
  }

  @Test func `GC-1: allocations from before the rule date are unaffected`() {
    let limit = ProductRule.Limit.maxDuration(.init(1, .days))
    #expect(verdict(.sample(limit, from: "2025-01-13")).fails)
    #expect(verdict(.sample(limit, from: "2025-01-14")) == .notApplicable)
  }

  @Test func `an exception for the allocation lifts it`() {
    let limit = ProductRule.Limit.maxDuration(.init(1, .days))
    #expect(verdict(.sample(limit), exceptions: [.sample(.maxDuration)]) == .notApplicable)
    #expect(verdict(.sample(limit), exceptions: [.sample(.maxVolume)]).fails)
  }

  @Test func `a signal is told at the allocation, not at the line`() {
    #expect(verdict(.sample(.maxDuration(.init(1, .days)), action: .signal)) == .notApplicable)
  }

  @Test func `it holds under its agreement alone`() {
    let limit = ProductRule.Limit.maxDuration(.init(1, .days))
    #expect(verdict(.sample(limit, agreement: "month")) == .notApplicable)
    #expect(verdict(.sample(limit, agreement: nil)).fails)
  }

  @Test func `DEV-7: the rule of a municipality comes before that of the region, for its clients only`() {
    let region = ProductRule.sample(.maxDuration(.init(1, .days)))
    let local = ProductRule.sample(.maxDuration(.init(6, .months)), municipality: Sample.municipality)
    let elsewhere = ProductRule.sample(.maxDuration(.init(6, .months)), municipality: Sample.otherMunicipality)
    let off = ProductRule.sample(.maxDuration(.init(1, .days)), municipality: Sample.municipality, action: .none)
    #expect(verdict(region, local) == .pass)
    #expect(verdict(local, region) == .pass)
    #expect(verdict(region, elsewhere).fails)
    #expect(verdict(region, off) == .notApplicable)
  }

  @Test func `a rule on the code comes before one on the category, and the latest rule date before an earlier one`() {
    let short = ProductRule.Limit.maxDuration(.init(1, .days))
    let long = ProductRule.Limit.maxDuration(.init(6, .months))
    #expect(verdict(.sample(short), .sample(long, code: "45A48")) == .pass)
    #expect(verdict(.sample(short, code: "45A48"), .sample(long)).fails)
    #expect(verdict(.sample(short, code: "45A49"), .sample(long)) == .pass)
    #expect(verdict(.sample(short, from: "2024-01-01"), .sample(long, from: "2025-01-01")) == .pass)
    #expect(verdict(.sample(long, from: "2024-01-01"), .sample(short, from: "2025-01-01")).fails)
  }

  @Test func `another kind of rule, another category, and an unknown allocation are not its business`() {
    #expect(verdict(.sample(.age18)) == .notApplicable)
    let context = RuleContext.sample(rules: [.sample(.maxDuration(.init(1, .days)))])
    #expect(rule.judge(.sample(allocation: 9), in: context) == .notApplicable)
    let other = Product(category: ProductCategory(rawValue: "44"), code: "44A09")
    #expect(rule.judge(.sample(product: other), in: context) == .notApplicable)
    #expect(K006PeriodIsWithinTheMaximumDuration.sides == [.debit])
  }
}
