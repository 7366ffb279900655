import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS340Tests {
  let rule = CS340DeclarationPeriodIsOneMonth()

  @Test(arguments: [
    Period("2024-02-01", "2024-02-29"), Period("2025-02-01", "2025-02-28"), Period("2025-12-01", "2025-12-31"),
  ])
  func `a whole month passes`(period: Period) {
    #expect(rule.places(in: .sample(period: period)) == [])
  }

  @Test(arguments: [
    Period("2024-02-01", "2024-02-28"), Period("2025-01-01", "2025-02-28"), Period("2025-12-01", "2026-12-31"),
  ])
  func `another end fails at the end`(period: Period) {
    #expect(rule.places(in: .sample(period: period)) == ["DeclaratiePeriode/Einddatum"])
  }

  @Test func `another begin fails at the begin and names the whole month`() {
    let findings = rule.findings(in: .sample(period: Period("2024-02-02", "2024-02-29")))
    let facts: Facts = [
      "found": .period(Period("2024-02-02", "2024-02-29")), "expected": .period(Period("2024-02-01", "2024-02-29")),
    ]
    #expect(findings.map(\.facts) == [facts])
    #expect(findings.map(\.place.path) == ["/Bericht/Declaratie/DeclaratiePeriode/Begindatum"])
  }
}
