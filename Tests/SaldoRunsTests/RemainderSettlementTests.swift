import SaldoDomain
import SaldoLedger
import SaldoSettlement
import SaldoTestSupport
import Testing

/// Rules and funding models together take what is left of an allocation.
struct RemainderSettlementTests {
  /// € 600.00 in all on allocation 1001; the contract gives € 300.00 a month.
  private let known: WorkingSet = .sample(allocations: [
    .sample(
      .sample(
        validity: OpenPeriod("2025-01-01", "2025-12-31"),
        volume: AllocatedVolume(volume: 60_000, unit: .euro, frequency: .total)))
  ])
  private let region = RegionContracts.sample(prices: [
    .sample(unit: .euro, price: 30_000, basis: .month, agreement: "month")
  ])

  private func line(_ cents: Int64, month: Int, _ reference: ExactText) -> DeliveryLine {
    .sample(
      reference: reference, period: CalendarMonth(year: 2025, month: month).period, volume: cents, unit: .euro,
      tariff: nil, amount: .debit(cents))
  }

  private func settle(_ lines: [DeliveryLine]) throws -> (codes: [Int: [ReturnCode]], rules: [RuleCode], booked: Int) {
    let booking = Settlement(asOf: "2025-06-10", region: region).settle(
      .declaration(
        .sample(
          messageDate: "2025-06-02", period: Period("2025-05-01", "2025-05-31"), date: "2025-06-02", lines: lines)),
      as: 7, known: known)
    guard case .judged(let judgement) = booking.decision else { return ([:], [], 0) }
    return (judgement.lineCodes, judgement.findings.map(\.rule), booking.postings.postings.count)
  }

  @Test func `a line that the model rejects leaves its volume to the next`() throws {
    // € 600.00 fits the allocation but not the month; were it counted, nothing would be left.
    let settled = try settle([line(60_000, month: 1, "A"), line(30_000, month: 2, "B"), line(30_000, month: 3, "C")])
    #expect(settled.codes == [0: [ReturnCode(rawValue: "9321")]])
    #expect(settled.rules == ["fixed-price"])
    #expect(settled.booked == 4)
  }

  @Test func `a line that does not fit is not valued`() throws {
    let settled = try settle([line(30_000, month: 1, "A"), line(30_000, month: 2, "B"), line(30_001, month: 3, "C")])
    #expect(settled.codes == [2: [ReturnCode(rawValue: "9322")]])
    #expect(settled.rules == ["TR322"])
    #expect(settled.booked == 4)
  }
}
