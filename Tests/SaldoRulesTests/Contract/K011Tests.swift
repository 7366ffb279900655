import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K011Tests {
  let rule = K011LineIsDeclaredInTime()

  /// The verdict on a line of February 2025 in the sample declaration of 3 March 2025.
  private func verdict(_ span: ProductRule.Span, exceptions: [RuleException] = []) -> Verdict {
    rule.judge(
      in: .sample(rules: [.sample(.submissionDeadline(span), action: .signal)], exceptions: exceptions))
  }

  @Test func `the third day is in time, the second is not`() {
    #expect(verdict(.init(3, .days)) == .pass)
    #expect(
      verdict(.init(2, .days))
        == .fail([
          "date": .date("2025-03-03"), "term": .phrase(Bilingual(nl: "2 dagen", en: "2 days")),
          "last": .date("2025-03-02"), "days": .number(1),
        ]))
  }

  @Test func `months end with a month`() {
    #expect(verdict(.init(1, .months)) == .pass)
    #expect(ProductRule.Span(1, .months).last(after: "2025-02-28") == "2025-03-31")
    #expect(ProductRule.Span(3, .months).last(after: "2025-01-31") == "2025-04-30")
  }

  @Test func `an exception and another rule`() {
    #expect(verdict(.init(2, .days), exceptions: [.sample(.submissionDeadline)]) == .notApplicable)
    #expect(rule.judge(in: .sample(rules: [.sample(.age18)])) == .notApplicable)
    #expect(K011LineIsDeclaredInTime.metadata.severity == .signal)
  }

  @Test func `a credit is not judged`() { #expect(K011LineIsDeclaredInTime.sides == [.debit]) }
}
