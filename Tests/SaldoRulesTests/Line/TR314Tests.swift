import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR314Tests {
  let rule = TR314ReferenceIsNew()

  @Test func `a new reference passes, on both sides`() {
    let old = KnownLine.sample()
    let context = RuleContext.sample(known: .sample(lines: [old]))
    #expect(rule.judge(.sample(reference: "R2"), in: context) == .pass)
    #expect(rule.judge(old.line.credited(as: "C1"), in: context) == .pass)
    #expect(TR314ReferenceIsNew.sides == [.debit, .credit])
  }

  @Test(arguments: [true, false])
  func `a reference of an earlier line fails, approved or not`(isApproved: Bool) {
    let old = KnownLine.sample(.sample(reference: "R1"), isApproved: isApproved)
    let context = RuleContext.sample(known: .sample(lines: [old]))
    let words = Bilingual(nl: "in een eerder bericht", en: "in an earlier message")
    #expect(rule.judge(.sample(reference: "R1"), in: context) == .fail(["where": .phrase(words)]))
  }

  @Test func `a reference that this message used before fails`() {
    let words = Bilingual(nl: "eerder in dit bericht", en: "earlier in this message")
    #expect(rule.judge(repeatsReference: true) == .fail(["where": .phrase(words)]))
  }

  @Test func `references are compared exactly`() {
    let context = RuleContext.sample(known: .sample(lines: [.sample(.sample(reference: "R1"))]))
    #expect(rule.judge(.sample(reference: "r1"), in: context) == .pass)
    #expect(rule.judge(.sample(reference: "R1 "), in: context) == .pass)
  }

  @Test func `it judges a line without a known allocation`() {
    let context = RuleContext.sample(known: .sample(allocations: [], lines: [.sample(.sample(reference: "R1"))]))
    #expect(rule.judge(.sample(reference: "R1"), in: context).fails)
  }
}
