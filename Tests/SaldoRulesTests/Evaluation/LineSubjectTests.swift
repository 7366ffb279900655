import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct LineSubjectTests {
  /// The sample line over a period, without its allocation, under another agreement for its provider from February on.
  private func subject(_ period: Period) -> LineSubject {
    let rows: [PriceRow] = [
      .sample(validity: OpenPeriod("2024-01-01")),
      .sample(provider: Sample.provider, validity: OpenPeriod("2025-02-01"), agreement: "month"),
    ]
    let message = DeclarationMessage.sample(lines: [with(.sample()) { $0.period = period }])
    return LineSubject(
      at: 0, of: message, repeatsReference: false,
      in: .sample(region: .sample(prices: rows), known: .sample(allocations: [])))
  }

  @Test func `without the allocation the terms are known when every start up to the first day of care gives the same`()
  {
    #expect(subject(Period("2025-01-20", "2025-02-10")).termsAreKnown)
    #expect(subject(Period("2025-01-20", "2025-02-10")).terms?.agreement.key == "pxq")
    #expect(!subject(Period("2025-02-01", "2025-02-10")).termsAreKnown)
    #expect(subject(Period("2025-02-01", "2025-02-10")).terms == nil)
  }
}
