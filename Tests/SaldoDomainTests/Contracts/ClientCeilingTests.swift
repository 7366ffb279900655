import SaldoDomain
import SaldoTestSupport
import Testing

struct ClientCeilingTests {
  private func counts(_ product: Period, in period: Period) -> Bool {
    ClientCeiling(
      municipality: Sample.municipality, bsn: Sample.bsn, period: period, ceiling: Euros(cents: 1), setter: .referrer
    ).counts(product)
  }

  @Test func `a line counts when its period begins in that of the ceiling`() {
    let year = Period("2025-01-01", "2025-12-31")
    #expect(counts(Period("2025-01-01", "2025-01-31"), in: year))
    #expect(counts(Period("2025-12-31", "2025-12-31"), in: year))
    #expect(counts(Period("2025-12-01", "2025-12-31"), in: Period("2025-01-01", "2025-12-15")))
    #expect(!counts(Period("2024-12-01", "2024-12-31"), in: year))
    #expect(!counts(Period("2026-01-01", "2026-01-31"), in: year))
  }

  @Test func `in the first, broken month it counts when it overlaps`() {
    let broken = Period("2025-02-15", "2025-12-31")
    #expect(counts(Period("2025-02-01", "2025-02-28"), in: broken))
    #expect(counts(Period("2025-02-01", "2025-02-15"), in: broken))
    #expect(!counts(Period("2025-02-01", "2025-02-14"), in: broken))
    #expect(!counts(Period("2025-01-01", "2025-01-31"), in: broken))
    #expect(!counts(Period("2024-02-01", "2024-02-29"), in: broken))
  }
}

struct NationalMunicipalitiesTests {
  @Test func `current, abolished and unknown codes`() throws {
    #expect(NationalMunicipalities.validity(of: Sample.municipality) == .current)
    #expect(NationalMunicipalities.validity(of: try #require(MunicipalityCode("0501"))) == .until("2022-12-31"))
    #expect(NationalMunicipalities.validity(of: try #require(MunicipalityCode("9999"))) == .unknown)
  }
}
