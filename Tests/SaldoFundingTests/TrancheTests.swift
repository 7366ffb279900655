import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct TrancheTests {
  private func value(
    _ cents: Int64, _ period: Period, _ policy: Agreement.PartialMonth = .full, closedFrom: CalendarDate? = nil
  ) -> Valuation {
    let line = DeliveryLine.sample(period: period, volume: cents, unit: .euro, tariff: nil, amount: .debit(cents))
    let agreement = Agreement(key: "t", name: "Tranches", model: .tranche, partialMonth: policy)
    let row = PriceRow.sample(unit: .euro, price: 382_000, basis: .month, agreement: "t")
    return Tranche().value(
      Claim(
        line: line, terms: ContractTerms(row: row, agreement: agreement), allocation: OpenPeriod(period.begin),
        approvedBefore: .zero, closedFrom: closedFrom))
  }

  private static let months: [(Period, Agreement.PartialMonth, Int64)] = [
    (Period("2026-04-01", "2026-04-30"), .full, 382_000),
    (Period("2026-04-01", "2026-04-30"), .none, 382_000),
    (Period("2026-04-01", "2026-04-30"), .proRataDays, 382_000),
    (Period("2026-04-02", "2026-04-30"), .full, 382_000),
    (Period("2026-04-02", "2026-04-30"), .none, 0),
    (Period("2026-04-01", "2026-04-29"), .none, 0),
    (Period("2026-04-21", "2026-04-30"), .proRataDays, 127_333),  // 10 of 30 days: 127,333.33
    (Period("2026-04-11", "2026-04-30"), .proRataDays, 254_667),  // 20 of 30 days: 254,666.67
    (Period("2026-02-28", "2026-02-28"), .proRataDays, 13_643),  // 1 of 28 days: 13,642.857
    (Period("2024-02-01", "2024-02-28"), .proRataDays, 368_828),  // 28 of 29 days: 368,827.586
  ]

  @Test(arguments: months)
  func `a month is worth its tranche, a broken one what was agreed`(
    period: Period, policy: Agreement.PartialMonth, due: Int64
  ) {
    #expect(value(due, period, policy) == Valuation(due: Euros(cents: due)))
    #expect(value(due + 1, period, policy).remark?.rule == "tranche")
    if due > 0 { #expect(value(due - 1, period, policy).remark?.rule == "tranche-below") }
  }

  @Test func `a closed provider gets the days before, and then nothing`() {
    let april = Period("2026-04-01", "2026-04-30")
    #expect(value(382_000, april, .full, closedFrom: "2026-05-01").remark == nil)
    #expect(value(382_000, april, .full, closedFrom: "2026-04-30").remark == nil)
    #expect(value(0, april, .none, closedFrom: "2026-04-30").due == .zero)
    #expect(value(127_333, april, .proRataDays, closedFrom: "2026-04-11").due == Euros(cents: 127_333))
    #expect(value(1, april, .full, closedFrom: "2026-04-01").due == .zero)
    #expect(value(1, april, .full, closedFrom: "2026-03-15").remark?.rule == "tranche")
  }
}
