import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS337Tests {
  let rule = CS337ProductPeriodInOneMonth()

  @Test(arguments: [
    Period("2025-02-01", "2025-02-28"), Period("2024-02-01", "2024-02-29"), Period("2024-12-31", "2024-12-31"),
  ])
  func `a period within a month passes`(period: Period) {
    #expect(rule.places(in: .sample(lines: [.sample(period: period)])) == [])
  }

  @Test(arguments: [
    Period("2025-01-13", "2025-02-28"), Period("2025-01-31", "2025-02-01"), Period("2024-12-31", "2025-01-01"),
    Period("2024-02-01", "2025-02-28"),
  ])
  func `a period over a month's end, or in the same month of another year, fails`(period: Period) {
    let message = DeclarationMessage.sample(lines: [.sample(period: period)])
    #expect(rule.places(in: message) == ["Client[1]/Prestatie[1]/ProductPeriode/Einddatum"])
  }
}
