import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K009Tests {
  let rule = K009ClientIsUnder18OrKnown()

  /// The verdict on a line of February 2025 for a client who was born on a day.
  private func verdict(
    born date: CalendarDate?, _ use: BirthDate.Use? = nil, action: ProductRule.Action = .signal,
    exceptions: [RuleException] = [], period: Period = Sample.period
  ) -> Verdict {
    var known = WorkingSet.sample
    known.birthDates[Sample.bsn] = date.map { BirthDate(date: $0, use: use) }
    return rule.judge(
      .sample(period: period),
      in: .sample(rules: [.sample(.age18, action: action)], exceptions: exceptions, known: known))
  }

  private let failure: Facts = [
    "date": .date("2025-02-01"), "category": .code("45"), "code": .code("45A48"),
  ]

  @Test func `SW-6: the month of the birthday passes, the next does not`() {
    #expect(verdict(born: "2007-02-01") == .pass)
    #expect(verdict(born: "2007-02-01", period: Period("2025-02-28", "2025-02-28")) == .pass)
    #expect(verdict(born: "2007-01-31") == .fail(failure))
    #expect(verdict(born: "2012-05-01") == .pass)
  }

  @Test func `a partial birth date counts as its latest day`() {
    #expect(verdict(born: "2007-01-01", .dayAndMonthUnknown) == .pass)
    #expect(verdict(born: "2006-01-01", .dayAndMonthUnknown) == .fail(failure))
    #expect(verdict(born: "2007-02-01", .dayUnknown) == .pass)
    #expect(verdict(born: "2007-01-01", .dayUnknown) == .fail(failure))
  }

  @Test func `nothing is judged without a birth date`() {
    #expect(verdict(born: nil) == .notApplicable)
    #expect(verdict(born: "1900-01-01", .unknown) == .notApplicable)
  }

  @Test func `SW-6: extended youth care is an exception with a reason`() {
    #expect(verdict(born: "2000-01-01", exceptions: [.sample(.age18)]) == .notApplicable)
    #expect(verdict(born: "2000-01-01", exceptions: [.sample(.wlz)]) == .fail(failure))
  }

  @Test func `DEV-6: a budget that no age rule is on goes on after 18`() {
    var known = WorkingSet.sample
    known.birthDates[Sample.bsn] = BirthDate(date: "2000-01-01", use: nil)
    let context = RuleContext.sample(rules: [.sample(.age18, agreement: "month", action: .signal)], known: known)
    #expect(rule.judge(in: context) == .notApplicable)
  }

  @Test func `another action is not its business`() {
    #expect(verdict(born: "2000-01-01", action: .reject) == .notApplicable)
    #expect(verdict(born: "2000-01-01", action: .none) == .notApplicable)
    #expect(rule.judge(in: .sample(rules: [.sample(.wlz, action: .signal)])) == .notApplicable)
    #expect(K009ClientIsUnder18OrKnown.sides == [.debit])
  }
}
