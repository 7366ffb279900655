import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR390Tests {
  let rule = TR390DebitWasNotCreditedBefore()

  @Test func `a first credit passes`() {
    let old = KnownLine.sample()
    #expect(rule.judge(old.line.credited(as: "C1"), in: .sample(known: .sample(lines: [old]))) == .pass)
  }

  @Test func `a second credit fails`() {
    let old = KnownLine.sample(creditedBy: 7 << 20)
    #expect(rule.judge(old.line.credited(as: "C2"), in: .sample(known: .sample(lines: [old]))) == .fail([:]))
  }

  @Test func `an unknown line and a debit are not its business`() {
    #expect(rule.judge(DeliveryLine.sample(reference: "OLD9").credited(as: "C1")) == .notApplicable)
    #expect(rule.judge() == .notApplicable)
    #expect(TR390DebitWasNotCreditedBefore.sides == [.credit])
  }
}
