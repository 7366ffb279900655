import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K012Tests {
  let rule = K012ArrangementIsDeclaredByOneProvider()

  private func verdict(_ lines: LineElsewhere..., model: FundingModelKind = .arrangement) -> Verdict {
    var known = WorkingSet.sample
    known.linesElsewhere[Sample.bsn] = lines
    return rule.judge(
      in: .sample(known: known, region: { region in region.agreements[0].model = model }))
  }

  private func line(
    _ begin: CalendarDate, _ end: CalendarDate, provider: ProviderCode = Sample.otherProvider,
    product: Product = Sample.product
  ) -> LineElsewhere { LineElsewhere(provider: provider, product: product, period: Period(begin, end)) }

  @Test func `WBW-9: a line of another provider on the same product and days is possibly paid twice`() {
    #expect(
      verdict(line("2025-02-01", "2025-02-28"))
        == .fail(["category": .code("45"), "code": .code("45A48")]))
    #expect(verdict(line("2025-01-01", "2025-02-01")).fails)
    #expect(verdict(line("2025-02-28", "2025-03-31")).fails)
  }

  @Test func `other days, another product and the provider itself pass`() {
    #expect(verdict(line("2025-01-01", "2025-01-31")) == .pass)
    #expect(verdict(line("2025-03-01", "2025-03-31")) == .pass)
    let other = Product(category: Sample.product.category, code: "45A49")
    #expect(verdict(line("2025-02-01", "2025-02-28", product: other)) == .pass)
    #expect(verdict(line("2025-02-01", "2025-02-28", provider: Sample.provider)) == .pass)
    #expect(verdict() == .pass)
  }

  @Test func `only arrangements are looked at, and it never rejects`() {
    #expect(verdict(line("2025-02-01", "2025-02-28"), model: .unitPrice) == .notApplicable)
    #expect(K012ArrangementIsDeclaredByOneProvider.metadata.severity == .signal)
  }

  @Test func `a credit is not judged`() { #expect(K012ArrangementIsDeclaredByOneProvider.sides == [.debit]) }
}
