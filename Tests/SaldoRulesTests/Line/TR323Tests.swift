import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR323Tests {
  let rule = TR323CreditMatchesAnApprovedDebit()

  private func context(_ lines: KnownLine...) -> RuleContext { .sample(known: .sample(lines: lines)) }

  private func reason(_ verdict: Verdict) -> String? {
    guard case .fail(let facts) = verdict, case .phrase(let words)? = facts["reason"] else { return nil }
    return words.english
  }

  @Test func `a credit that repeats an approved debit passes`() {
    let old = KnownLine.sample()
    #expect(rule.judge(old.line.credited(as: "C1"), in: context(old)) == .pass)
  }

  @Test func `a credit of an unknown line fails`() {
    let credit = DeliveryLine.sample(reference: "OLD9").credited(as: "C1")
    #expect(reason(rule.judge(credit, in: context(.sample()))) == "there is no earlier line with that number")
  }

  @Test func `a credit of a rejected line fails`() {
    let old = KnownLine.sample(isApproved: false)
    #expect(reason(rule.judge(old.line.credited(as: "C1"), in: context(old))) == "the earlier line was rejected")
  }

  @Test func `a credit of a line that waits fails, approved or not`() {
    for isApproved in [false, true] {
      let old = with(KnownLine.sample(isApproved: isApproved)) { $0.isWaiting = true }
      #expect(
        reason(rule.judge(old.line.credited(as: "C1"), in: context(old))) == "the earlier line is not decided yet")
    }
  }

  @Test func `a second credit fails in a release without TR390`() {
    let old = KnownLine.sample(creditedBy: 9)
    let credit = old.line.credited(as: "C1")
    for (release, expected) in [(Release.v3_0, "the earlier line was credited already"), (.v3_1, nil), (.v3_2, nil)] {
      var message = DeclarationMessage.sample(lines: [credit])
      message.header.standard = .iJw(release)
      let subject = LineSubject(at: 0, of: message, repeatsReference: false, in: context(old))
      #expect(reason(rule.verdict(on: subject, in: context(old))) == expected)
    }
  }

  @Test func `a credit of a credit fails`() {
    let old = KnownLine.sample(DeliveryLine.sample(reference: "OLD0").credited(as: "OLD1"))
    var credit = old.line
    (credit.reference, credit.previousReference) = ("C1", "OLD1")
    #expect(reason(rule.judge(credit, in: context(old))) == "the earlier line is a credit line itself")
  }

  @Test func `each field that differs fails and is named`() {
    let changes: [(String, (inout DeliveryLine) -> Void)] = [
      ("allocation number", { $0.allocation = AllocationNumber(1002) }),
      ("product", { $0.product = Product(category: $0.product.category, code: "45A53") }),
      ("product", { $0.product = Product(category: ProductCategory(rawValue: "43"), code: $0.product.code) }),
      ("product period", { $0.period = Period("2025-02-01", "2025-02-27") }),
      ("product period", { $0.period = Period("2025-02-02", "2025-02-28") }),
      ("volume", { $0.volume += 1 }),
      ("unit", { $0.unit = .minute }),
      ("tariff", { $0.tariff = Euros(cents: 401) }),
      ("tariff", { $0.tariff = nil }),
      ("amount", { $0.amount = .credit(3999) }),
    ]
    let old = KnownLine.sample()
    for (name, change) in changes {
      var credit = old.line.credited(as: "C1")
      change(&credit)
      #expect(reason(rule.judge(credit, in: context(old))) == "different are \(name)")
    }
  }

  @Test func `another client or municipality fails, without its value`() {
    let old = KnownLine.sample()
    let credit = old.line.credited(as: "C1")
    #expect(reason(rule.judge(credit, bsn: Sample.otherBsn, in: context(old))) == "different are client")
    let verdict = rule.judge(credit, municipality: Sample.otherMunicipality, in: context(old))
    #expect(reason(verdict) == "different are municipality")
  }

  @Test func `all differences are named, in the order of the message`() {
    let old = KnownLine.sample()
    var credit = old.line.credited(as: "C1")
    credit.volume = 11
    credit.amount = .credit(4400)
    #expect(reason(rule.judge(credit, in: context(old))) == "different are volume, amount")
    let words = Bilingual(nl: "anders zijn volume, bedrag", en: "different are volume, amount")
    #expect(rule.judge(credit, in: context(old)) == .fail(["reason": .phrase(words)]))
  }

  @Test(arguments: Release.allCases)
  func `a debit that was credited before is the business of TR390, which 3.0 does not have`(release: Release) {
    let old = KnownLine.sample(creditedBy: 7 << 20)
    let verdict = rule.judge(old.line.credited(as: "C1"), release: release, in: context(old))
    if release == .v3_0 {
      #expect(reason(verdict) == "the earlier line was credited already")
    } else {
      #expect(verdict == .pass)
    }
    let first = KnownLine.sample()
    #expect(rule.judge(first.line.credited(as: "C1"), release: release, in: context(first)) == .pass)
  }

  @Test func `debits are not its business`() {
    #expect(TR323CreditMatchesAnApprovedDebit.sides == [.credit])
    #expect(rule.judge() == .notApplicable)
  }
}
