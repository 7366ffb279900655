import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K010Tests {
  let rule = K010CareIsNotInTheWlz()

  private func verdict(
    access day: CalendarDate?, rules: [ProductRule]? = nil, period: Period = Sample.period
  ) -> Verdict {
    rule.judge(
      .sample(period: period),
      in: .sample(region: { region in
        region.contractRules.productRules = rules ?? [.sample(.wlz, agreement: nil, action: .signal)]
        region.contractRules.wlz = day.map { [WlzAccess(bsn: Sample.bsn, from: $0)] } ?? []
      }))
  }

  @Test func `SW-5: the month of the access passes, the next is flagged`() {
    #expect(verdict(access: "2025-02-01") == .pass)
    #expect(verdict(access: "2025-02-01", period: Period("2025-02-28", "2025-02-28")) == .pass)
    #expect(verdict(access: "2025-02-28") == .pass)
    #expect(verdict(access: "2025-02-01", period: Period("2025-02-15", "2025-03-15")) == .pass)
    #expect(
      verdict(access: "2025-01-31")
        == .fail(["date": .date("2025-02-01"), "category": .code("45"), "code": .code("45A48")]))
  }

  @Test func `without access or without a rule there is nothing to say`() {
    #expect(verdict(access: nil) == .notApplicable)
    #expect(verdict(access: "2025-01-31", rules: []) == .notApplicable)
    #expect(verdict(access: "2025-01-31", rules: [.sample(.wlz, action: .none)]) == .notApplicable)
  }

  @Test func `it never rejects`() { #expect(K010CareIsNotInTheWlz.metadata.severity == .signal) }

  @Test func `a credit is not judged`() { #expect(K010CareIsNotInTheWlz.sides == [.debit]) }
}
