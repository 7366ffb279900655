import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K016Tests {
  let rule = K016AllocationBeginsBeforeTheWlz()

  private func verdict(
    access day: CalendarDate, bsn: Bsn = Sample.bsn, product: AllocatedProduct = .sample(),
    exceptions: [RuleException] = []
  ) -> Verdict {
    rule.judge(
      product,
      in: .sample(region: { region in
        region.contractRules.productRules = [.sample(.wlz, agreement: nil, action: .signal)]
        region.contractRules.wlz = [WlzAccess(bsn: bsn, from: day)]
        region.contractRules.exceptions = exceptions
      }))
  }

  @Test func `SW-5: an allocation that begins after the access is told to the municipality`() {
    #expect(verdict(access: "2025-01-13") == .pass)
    #expect(
      verdict(access: "2025-01-12")
        == .fail([
          "allocation": .code("1001"), "category": .code("45"), "code": .code("45A48"), "begin": .date("2025-01-13"),
        ]))
  }

  @Test func `another client, an exception, a removal and no rule are not its business`() {
    #expect(verdict(access: "2025-01-01", bsn: Sample.otherBsn) == .notApplicable)
    #expect(verdict(access: "2025-01-01", exceptions: [.sample(.wlz)]) == .notApplicable)
    #expect(verdict(access: "2025-01-01", product: .sample(changeReason: .removed)) == .notApplicable)
    let context = RuleContext.sample(region: { $0.contractRules.wlz = [WlzAccess(bsn: Sample.bsn, from: "2025-01-01")] }
    )
    #expect(rule.judge(in: context) == .notApplicable)
  }
}
