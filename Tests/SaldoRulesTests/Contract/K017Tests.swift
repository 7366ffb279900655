import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K017Tests {
  let rule = K017CeilingIsNotSetByTheProvider()

  private func verdict(
    _ setter: ClientCeiling.Setter, period: Period = Period("2025-01-01", "2025-12-31"), bsn: Bsn = Sample.bsn,
    municipality: MunicipalityCode = Sample.municipality, product: AllocatedProduct = .sample(), domain: Domain = .jw
  ) -> Verdict {
    let ceiling = ClientCeiling(
      municipality: municipality, bsn: bsn, period: period, ceiling: Euros(cents: 600_000), setter: setter)
    return rule.judge(product, domain: domain, in: .sample(region: { $0.clientCeilings = [ceiling] }))
  }

  @Test func `GA-4: a ceiling that the provider set is told at the allocation`() {
    #expect(verdict(.referrer) == .pass)
    #expect(verdict(.municipality) == .pass)
    #expect(
      verdict(.provider)
        == .fail([
          "allocation": .code("1001"), "ceiling": .amount(Euros(cents: 600_000)),
          "period": .period(Period("2025-01-01", "2025-12-31")),
        ]))
  }

  @Test func `the ceiling is this client's, at this municipality, during the allocation`() {
    #expect(verdict(.provider, bsn: Sample.otherBsn) == .notApplicable)
    #expect(verdict(.provider, municipality: Sample.otherMunicipality) == .notApplicable)
    #expect(verdict(.provider, period: Period("2024-01-01", "2025-01-12")) == .notApplicable)
    #expect(verdict(.provider, period: Period("2024-01-01", "2025-01-13")).fails)
    #expect(verdict(.provider, period: Period("2025-06-30", "2025-12-31")).fails)
    #expect(verdict(.provider, period: Period("2025-07-01", "2025-12-31")) == .notApplicable)
  }

  @Test func `a removal and care under the Wmo are not its business`() {
    #expect(verdict(.provider, product: .sample(changeReason: .removed)) == .notApplicable)
    #expect(verdict(.provider, domain: .wmo) == .notApplicable)
  }
}
