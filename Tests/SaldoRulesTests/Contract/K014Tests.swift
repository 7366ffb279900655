import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K014Tests {
  let rule = K014AllocationIsWithinTheMaximumDuration()

  private func verdict(
    _ span: ProductRule.Span, until end: CalendarDate?, from: CalendarDate = "2025-01-01",
    exceptions: [RuleException] = []
  ) -> Verdict {
    rule.judge(
      .sample(validity: OpenPeriod("2025-01-13", end)),
      in: .sample(
        rules: [.sample(.maxDuration(span), agreement: nil, from: from, action: .signal)], exceptions: exceptions))
  }

  private func failure(_ excess: Bilingual) -> Verdict {
    .fail([
      "allocation": .code("1001"), "category": .code("45"), "code": .code("45A48"),
      "maximum": .phrase(Bilingual(nl: "3 maanden", en: "3 months")), "last": .date("2025-04-12"),
      "excess": .phrase(excess),
    ])
  }

  @Test func `GC-1: product, maximum and excess days are named`() {
    #expect(verdict(.init(3, .months), until: "2025-04-12") == .pass)
    #expect(verdict(.init(3, .months), until: "2025-04-13") == failure(Bilingual(nl: "1 dag meer", en: "1 day more")))
    #expect(
      verdict(.init(3, .months), until: "2025-06-30") == failure(Bilingual(nl: "79 dagen meer", en: "79 days more")))
    #expect(verdict(.init(3, .months), until: nil) == failure(Bilingual(nl: "geen einddatum", en: "no last day")))
    #expect(verdict(.init(10, .days), until: "2025-01-22") == .pass)
    #expect(verdict(.init(10, .days), until: "2025-01-23").fails)
  }

  @Test func `GC-1: allocations from before the rule date are unaffected`() {
    #expect(verdict(.init(1, .days), until: nil, from: "2025-01-13").fails)
    #expect(verdict(.init(1, .days), until: nil, from: "2025-01-14") == .notApplicable)
  }

  @Test func `months that are too short end on their last day`() {
    #expect(ProductRule.Span(1, .months).last(from: "2025-01-31") == "2025-02-28")
    #expect(ProductRule.Span(1, .months).last(from: "2025-01-28") == "2025-02-27")
    #expect(ProductRule.Span(12, .months).last(from: "2024-02-29") == "2025-02-28")
    #expect(ProductRule.Span(1, .months).last(from: "2025-01-01") == "2025-01-31")
  }

  @Test func `exceptions, removals and other rules are not its business`() {
    #expect(verdict(.init(1, .days), until: nil, exceptions: [.sample(.maxDuration)]) == .notApplicable)
    let context = RuleContext.sample(rules: [.sample(.maxDuration(.init(1, .days)), agreement: nil)])
    #expect(rule.judge(.sample(changeReason: .removed), in: context) == .notApplicable)
    #expect(rule.judge(.sample(category: nil, code: nil), in: context) == .notApplicable)
    #expect(rule.judge(in: .sample(rules: [.sample(.age18)])) == .notApplicable)
  }

  @Test func `an aspecific allocation is judged by the rule on its category`() {
    let context = RuleContext.sample(rules: [.sample(.maxDuration(.init(1, .days)), agreement: nil)])
    #expect(rule.judge(.sample(code: nil, volume: nil), in: context).fails)
    let onCode = RuleContext.sample(rules: [.sample(.maxDuration(.init(1, .days)), code: "45A48", agreement: nil)])
    #expect(rule.judge(.sample(code: nil, volume: nil), in: onCode) == .notApplicable)
  }

  @Test func `a rule under an agreement holds for what the agreement prices`() {
    let limit = ProductRule.Limit.maxDuration(.init(1, .days))
    #expect(rule.judge(in: .sample(rules: [.sample(limit, agreement: "pxq")])).fails)
    #expect(rule.judge(in: .sample(rules: [.sample(limit, agreement: "month")])) == .notApplicable)
  }
}
