import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR389Tests {
  let rule = TR389DebitIsNotDeclaredBefore()

  private func context(_ lines: [KnownLine], creditedNow: Set<LineID> = []) -> RuleContext {
    .sample(known: .sample(lines: lines), creditedNow: creditedNow)
  }

  @Test func `nothing declared before passes`() {
    #expect(rule.judge() == .pass)
  }

  @Test func `an approved debit that stands fails`() {
    let facts: Facts = ["allocation": .code("1001"), "period": .period(Sample.period)]
    #expect(rule.judge(in: context([.sample()])) == .fail(facts))
  }

  @Test func `a rejected or credited debit passes`() {
    #expect(rule.judge(in: context([.sample(isApproved: false)])) == .pass)
    #expect(rule.judge(in: context([.sample(creditedBy: 7 << 20)])) == .pass)
  }

  @Test func `a debit that this message credits passes, and only that one`() {
    let (first, second) = (
      KnownLine.sample(id: 1 << 20), KnownLine.sample(.sample(reference: "OLD2"), id: 2 << 20)
    )
    #expect(rule.judge(in: context([first], creditedNow: [first.id])) == .pass)
    #expect(rule.judge(in: context([first, second], creditedNow: [first.id])).fails)
  }

  @Test func `another period, product or allocation passes`() {
    let others: [DeliveryLine] = [
      .sample(reference: "OLD1", period: Period("2025-02-01", "2025-02-27")),
      .sample(reference: "OLD1", period: Period("2025-02-02", "2025-02-28")),
      .sample(reference: "OLD1", product: Product(category: Sample.product.category, code: "45A53")),
      .sample(reference: "OLD1", allocation: 1002),
    ]
    for other in others { #expect(rule.judge(in: context([.sample(other)])) == .pass) }
  }

  @Test func `an allocation of somebody else and credits are not its business`() {
    #expect(rule.judge(provider: Sample.otherProvider, in: context([.sample()])) == .notApplicable)
    #expect(rule.judge(bsn: Sample.otherBsn, in: context([.sample()])) == .notApplicable)
    #expect(TR389DebitIsNotDeclaredBefore.sides == [.debit])
  }
}
